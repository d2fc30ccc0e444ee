//! Long lists as bytes of a fixed width each, which are decoded many at a time: numbers of any width, one by one, take longer.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What is written in so many bytes, the lowest first.
pub trait Packed: Sized {
    /// How many bytes.
    const BYTES: usize;

    /// Writes it.
    fn pack(&self, to: &mut Vec<u8>);

    /// Reads it from [`BYTES`](Self::BYTES) bytes.
    fn unpack(from: &[u8]) -> Self;
}

macro_rules! packed_numbers {
    ($($number:ty)*) => {$(
        impl Packed for $number {
            const BYTES: usize = size_of::<$number>();

            fn pack(&self, to: &mut Vec<u8>) {
                to.extend_from_slice(&self.to_le_bytes());
            }

            fn unpack(from: &[u8]) -> $number {
                let mut bytes = [0; size_of::<$number>()];
                bytes.copy_from_slice(from);
                <$number>::from_le_bytes(bytes)
            }
        }
    )*};
}

packed_numbers!(u8 u16 u32 u64 u128);

/// For `serde(with)`: writes the list.
pub fn serialize<T: Packed, S: Serializer>(list: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(list.len() * T::BYTES);
    list.iter().for_each(|item| item.pack(&mut bytes));
    bytes.as_slice().serialize(serializer)
}

/// For `serde(with)`: reads the list.
pub fn deserialize<'de, T: Packed, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let bytes = <&[u8]>::deserialize(deserializer)?;
    match bytes.len() % T::BYTES {
        0 => Ok(bytes.chunks_exact(T::BYTES).map(T::unpack).collect()),
        _ => Err(D::Error::custom("a list ends in the middle of an item")),
    }
}
