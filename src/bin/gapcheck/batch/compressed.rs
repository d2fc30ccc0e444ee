//! Bytes as they are meant: gzip and zstd are told by how they begin, not by a name, and unpacked on the way.

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{BufRead, BufReader, Cursor, Error, ErrorKind, Read, Result};

/// Packed bytes that are read at once: what a pipe holds.
const PACKED: usize = 64 * 1024;

/// The largest window of zstd that is kept in memory, in bytes: what every decoder is asked to take (RFC 8878, 3.1.1.1.2), and all
/// levels up to 19 use.
const LARGEST_WINDOW: u64 = 8 << 20;

/// The first bytes of a frame of zstd.
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// The first bytes of a member of gzip, with the one method that there is.
const GZIP: [u8; 3] = [0x1f, 0x8b, 8];

/// A stream of plain bytes.
pub struct Stream {
    bytes: Box<dyn Read>,
    /// Whether it is unpacked on the way.
    pub is_packed: bool,
    /// What reading has come upon and nobody has been told.
    failure: Option<Error>,
}

impl Stream {
    pub fn open(mut reader: impl Read + 'static) -> Result<Stream> {
        let mut start = Vec::new();
        // Not a byte more than it takes: whoever waits for an answer may not have sent more.
        while may_be_packed(&start) && start.len() < ZSTD.len() {
            let mut byte = [0];
            match reader.read(&mut byte) {
                Ok(0) => break,
                Ok(_) => start.push(byte[0]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let is_gzip = start.starts_with(&GZIP);
        let is_zstd = start.len() == ZSTD.len() && may_be_packed(&start) && !is_gzip;
        let all = Cursor::new(start).chain(reader);
        let bytes: Box<dyn Read> = match (is_gzip, is_zstd) {
            (true, _) => Box::new(MultiGzDecoder::new(BufReader::with_capacity(PACKED, all))),
            (_, true) => Box::new(Zstd::new(BufReader::with_capacity(PACKED, all))),
            _ => Box::new(all),
        };
        Ok(Stream {
            bytes,
            is_packed: is_gzip || is_zstd,
            failure: None,
        })
    }

    /// Reads on to the next line and gives what was read of it.
    pub fn skip_line(&mut self, buffer: &mut Vec<u8>, step: usize) {
        loop {
            buffer.clear();
            match self.append(buffer, step) {
                Ok(0) => return,
                Ok(_) => {}
                Err(error) => {
                    self.failure = Some(error);
                    return;
                }
            }
            if let Some(end) = memchr::memchr(b'\n', buffer) {
                buffer.drain(..=end);
                return;
            }
        }
    }

    /// Appends what can be read at once, at most `step` bytes; 0 at the end.
    pub fn append(&mut self, buffer: &mut Vec<u8>, step: usize) -> Result<usize> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let start = buffer.len();
        // No more than is needed: a long line would else take twice its length.
        buffer.reserve_exact(step);
        buffer.resize(start + step, 0);
        let read = loop {
            match self.bytes.read(&mut buffer[start..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        buffer.truncate(start + *read.as_ref().unwrap_or(&0));
        read
    }
}

/// Whether these first bytes may be those of gzip or zstd. A frame of zstd may be one to be skipped.
fn may_be_packed(start: &[u8]) -> bool {
    let skippable = |start: &[u8]| {
        start
            .iter()
            .zip([0x50, 0x2a, 0x4d, 0x18])
            .enumerate()
            .all(
                |(i, (byte, wanted))| {
                    if i == 0 { byte & 0xf0 == wanted } else { *byte == wanted }
                },
            )
    };
    let begins = |magic: &[u8]| start.iter().zip(magic).all(|(byte, wanted)| byte == wanted);
    begins(&GZIP) || begins(&ZSTD) || skippable(start)
}

/// All frames of zstd in a stream.
struct Zstd<R> {
    packed: R,
    frame: FrameDecoder,
    failure: Option<Error>,
}

impl<R: BufRead> Zstd<R> {
    fn new(packed: R) -> Zstd<R> {
        let mut frame = FrameDecoder::new();
        frame.set_max_window_size(LARGEST_WINDOW);
        Zstd {
            packed,
            frame,
            failure: None,
        }
    }

    /// Begins the next frame; `false` at the end.
    fn begin(&mut self) -> Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.frame.reset(&mut self.packed) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    std::io::copy(&mut (&mut self.packed).take(u64::from(length)), &mut std::io::sink())?;
                }
                Err(FrameDecoderError::WindowSizeTooBig { requested, .. }) => {
                    let (needed, allowed) = (requested >> 20, LARGEST_WINDOW >> 20);
                    let message = format!("it needs a window of {needed} MiB, and {allowed} are allowed");
                    return Err(Error::new(ErrorKind::Unsupported, message));
                }
                Err(error) => return Err(Error::other(error)),
            }
        }
        Ok(false)
    }

    fn is_intact(&self) -> bool {
        let said = self.frame.get_checksum_from_data();
        said.is_none() || said == self.frame.get_calculated_checksum()
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        loop {
            if self.frame.can_collect() > 0 {
                return self.frame.read(buffer);
            }
            if let Some(failure) = self.failure.take() {
                return Err(failure);
            }
            if self.frame.is_finished() {
                if !self.is_intact() {
                    return Err(Error::other("its checksum is wrong"));
                }
                if !self.begin()? {
                    return Ok(0);
                }
            }
            let one = || BlockDecodingStrategy::UptoBlocks(1);
            if let Err(error) = self.frame.decode_blocks(&mut self.packed, one()) {
                self.failure = Some(Error::other(error));
                // The decoder keeps a window of what it has unpacked until the frame ends. An empty last block, and room for a
                // checksum, end it here, so that all that came before the fault is read.
                let end = [1, 0, 0, 0, 0, 0, 0];
                self.frame.decode_blocks(end.as_slice(), one()).map_err(Error::other)?;
            }
        }
    }
}
