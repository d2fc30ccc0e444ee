//! `gapcheck match`: how words would be read.

use crate::args::{Cli, MatchArgs};
use crate::failure::Failure;
use crate::output;
use crate::settings::Settings;
use gapcheck::matching::{self, Lexicon};
use gapcheck::model::candidate::{Form, Passage, Section};
use gapcheck::render::words::{self, Case};

pub fn run(cli: &Cli, args: &MatchArgs) -> Result<(), Failure> {
    let (profile, _) = Settings::load(&args.settings, None)?.corrected(&args.settings, &[])?;
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let text = args.words.join(" ");
    let passage = |section, form| Passage::new(text.as_str(), section, form);
    let item = [passage(Section::Skills, Form::Item)];
    let prose = [passage(Section::Work, Form::Prose)];
    let cases = [
        Case {
            title: "As an entry of a list of skills",
            passage: &item[0],
            reading: matching::read(&item, &lexicon),
        },
        Case {
            title: "In the text of a job",
            passage: &prose[0],
            reading: matching::read(&prose, &lexicon),
        },
    ];
    output::print(&words::render(&cases, &profile.taxonomy, output::look(cli)))
}
