//! quick
fn main(){
 let a:Vec<String>=std::env::args().collect();
 let path=&a[2];
 let mut asof=jiff::civil::date(2026,11,22);
 for w in a.windows(2){ if w[0]=="--as-of"{asof=w[1].parse().unwrap();}}
 let p=gapcheck::profile::load("senior-ml-engineer").unwrap().unwrap_or_else(|e|panic!("{e:#?}"));
 let s=match gapcheck::resume::Source::new(std::fs::read(path).unwrap()){Ok(s)=>s,Err(e)=>{eprintln!("{e:?}");std::process::exit(2)}};
 match gapcheck::assess(&s,&p,asof){Ok(x)=>{print!("{}",gapcheck::render::json::render(&x));std::mem::forget(x);std::process::exit(0)},Err(e)=>{eprintln!("{e:?}");std::process::exit(2)}}
}
