//! One person of the corpus as a line of JSON Resume, with the oddities of real files.

mod learned;

use crate::career::{self, Span, Spelling};
use crate::grammar::Template;
use crate::random::Random;
use crate::tally::Tally;
use crate::trade::{self, Trade};
use crate::write::Json;

/// Lines in a hundred with `"highlights": ""`, which a strict reader refuses (3.1 % of the lines of speed.md).
const EMPTY_HIGHLIGHTS: usize = 3;

/// Lines in a hundred with strings where lists of them are asked: highlights, keywords, the groups of skills.
const STRINGS_FOR_LISTS: usize = 5;

/// Lines in a hundred whose letters beyond ASCII are escapes, as many programs write them.
const ESCAPED: usize = 12;

/// Highlights in a hundred that say something more.
const ASIDES: usize = 75;

/// Sentences in a hundred that only look like skills.
const FOOLING: usize = 4;

/// The end of what goes on.
const GOES_ON: [&str; 5] = ["", "Present", "present", "Current", "now"];

/// The people of a seed.
pub struct People {
    trades: Vec<Trade>,
    seed: u64,
}

impl People {
    /// All people that `seed` makes.
    pub fn new(seed: u64) -> People {
        let trades = trade::all();
        People { trades, seed }
    }

    /// Writes person `index` and a line break behind what `to` holds, and counts it.
    pub fn write(&self, index: u64, to: &mut String, tally: Option<&mut Tally>) {
        let mut random = Random::new(self.seed, index);
        let trade = trade::pick(&self.trades, &mut random);
        let before = to.len();
        let mut person = Person {
            json: Json {
                escaped: random.percent(ESCAPED),
                text: std::mem::take(to),
            },
            strings_for_lists: random.percent(STRINGS_FOR_LISTS),
            empty_highlights: random.percent(EMPTY_HIGHLIGHTS),
            spelling: career::spelling(&mut random),
            scratch: String::new(),
            first_name: String::new(),
            listed: Vec::new(),
            trade,
            random,
            tally,
        };
        person.resume();
        let Person { json, tally, .. } = person;
        *to = json.text;
        if let Some(tally) = tally {
            tally.line(&to[before..], trade);
        }
        to.push('\n');
    }
}

struct Person<'t, 'c> {
    trade: &'t Trade,
    random: Random,
    json: Json,
    tally: Option<&'c mut Tally>,
    spelling: Spelling,
    strings_for_lists: bool,
    empty_highlights: bool,
    first_name: String,
    /// The skills that are listed so far: nobody lists one twice.
    listed: Vec<&'t str>,
    /// Where the next string is made.
    scratch: String,
}

impl<'t> Person<'t, '_> {
    fn resume(&mut self) {
        let count = 2 + self.random.below(5);
        let jobs = career::jobs(count, &mut self.random);
        self.json.open('{');
        self.basics();
        self.work(&jobs);
        if self.random.percent(20) {
            self.volunteer(jobs[0]);
        }
        self.projects(jobs[0]);
        self.education(jobs[count - 1].from);
        self.skills();
        self.certificates(&jobs);
        self.tail();
        self.json.close('}');
    }

    /// Fills a template as a string of its own, its first letter a capital.
    fn sentence(&mut self, template: &Template) {
        self.scratch.clear();
        let grammar = &self.trade.grammar;
        grammar.fill(template, &self.trade.vocabulary, &mut self.random, &mut self.scratch);
        if let Some(first) = self.scratch.get_mut(..1) {
            first.make_ascii_uppercase();
        }
    }

    /// Fills one of the list `name`.
    fn any(&mut self, name: &str) {
        self.scratch.clear();
        let grammar = &self.trade.grammar;
        grammar.any(name, &self.trade.vocabulary, &mut self.random, &mut self.scratch);
    }

    /// A key with one of the list `name`.
    fn field_of(&mut self, key: &str, name: &str) {
        self.any(name);
        self.json.field(key, &self.scratch);
    }

    fn paragraph(&mut self, key: &str, sentences: usize) {
        let mut text = String::new();
        for _ in 0..sentences {
            let trade = self.trade;
            let template = self.random.pick(&trade.summaries);
            self.sentence(template);
            if !text.is_empty() {
                text.push(if self.random.percent(4) { '\n' } else { ' ' });
            }
            text.push_str(&self.scratch);
        }
        self.json.field(key, &text);
    }

    fn basics(&mut self) {
        self.json.key("basics");
        self.json.open('{');
        self.any("first");
        self.first_name = self.scratch.clone();
        self.any("last");
        let name = format!("{} {}", self.first_name, self.scratch);
        self.json.field("name", &name);
        let mail: String = name.chars().filter(char::is_ascii_alphabetic).collect();
        self.json
            .field("email", &format!("{}@mail.example", mail.to_lowercase()));
        let title = self.title();
        self.json.field("label", title);
        self.json.field("image", "");
        let number = self.random.between(1_000_000, 9_999_999);
        self.json.field("phone", &format!("+00 555 {number}"));
        self.json
            .field("url", &format!("https://{}.example", mail.to_lowercase()));
        let sentences = 5 + self.random.below(5);
        self.paragraph("summary", sentences);
        if self.random.percent(5) {
            self.field_of("location", "city");
        } else {
            self.json.key("location");
            self.json.open('{');
            self.json.field("address", "");
            self.field_of("city", "city");
            self.field_of("countryCode", "country");
            self.json.close('}');
        }
        self.json.key("profiles");
        self.json.open('[');
        for network in ["LinkedIn", "GitHub"] {
            if self.random.percent(60) {
                self.json.open('{');
                self.json.field("network", network);
                self.json.field("username", &mail);
                let url = format!("https://{}.example/{mail}", network.to_lowercase());
                self.json.field("url", &url);
                self.json.close('}');
            }
        }
        self.json.close(']');
        self.json.close('}');
    }

    fn title(&mut self) -> &'t str {
        let trade = self.trade;
        &trade.titles[trade.title_ranks.pick(&mut self.random)]
    }

    fn company(&mut self) -> String {
        self.any("name1");
        let mut company = self.scratch.clone();
        self.any("name2");
        company.push_str(&self.scratch);
        self.any("suffix");
        company + &self.scratch
    }

    fn span(&mut self, span: Span) {
        let mut date = String::new();
        career::date(span.from, self.spelling, &mut date);
        self.json.field("startDate", &date);
        date.clear();
        match span.to {
            Some(month) => career::date(month, self.spelling, &mut date),
            // Half of them leave it out, the others say it in a word.
            None if self.random.percent(50) => return,
            None => {
                let word = *self.random.pick(&GOES_ON);
                date.push_str(word);
            }
        }
        self.json.field("endDate", &date);
    }

    fn work(&mut self, jobs: &[Span]) {
        self.json.key("work");
        self.json.open('[');
        for (index, job) in jobs.iter().enumerate() {
            self.json.open('{');
            let company = self.company();
            self.json.field("name", &company);
            let title = self.title();
            self.json.field("position", title);
            self.field_of("location", "city");
            let host: String = company.chars().filter(char::is_ascii_alphanumeric).collect();
            self.json
                .field("url", &format!("https://{}.example", host.to_lowercase()));
            self.span(*job);
            if self.random.percent(70) {
                let sentences = 2 + self.random.below(3);
                self.paragraph("summary", sentences);
            }
            self.highlights(index == 0);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn highlights(&mut self, newest: bool) {
        self.json.key("highlights");
        if newest && self.empty_highlights {
            self.json.string("");
            return;
        }
        let as_string = newest && self.strings_for_lists;
        let count = if as_string { 1 } else { 3 + self.random.below(4) };
        if !as_string {
            self.json.open('[');
        }
        for _ in 0..count {
            let trade = self.trade;
            let fooling = self.random.percent(FOOLING);
            let templates = if fooling { &trade.fooling } else { &trade.sentences };
            let template = self.random.pick(templates);
            self.sentence(template);
            if self.random.percent(ASIDES) {
                let grammar = &trade.grammar;
                grammar.any("aside", &trade.vocabulary, &mut self.random, &mut self.scratch);
            }
            if self.random.percent(50) {
                self.scratch.push('.');
            }
            self.json.string(&self.scratch);
            if let Some(tally) = &mut self.tally {
                tally.highlight(&self.scratch);
            }
        }
        if !as_string {
            self.json.close(']');
        }
    }

    fn volunteer(&mut self, span: Span) {
        self.json.key("volunteer");
        self.json.open('[');
        self.json.open('{');
        let company = self.company();
        self.json.field("organization", &company);
        self.json.field("position", "Volunteer");
        self.span(span);
        self.field_of("summary", "interest");
        self.json.close('}');
        self.json.close(']');
    }

    fn projects(&mut self, newest: Span) {
        self.json.key("projects");
        self.json.open('[');
        for _ in 0..1 + self.random.below(3) {
            self.json.open('{');
            let company = self.company();
            self.json.field("name", &company);
            let trade = self.trade;
            let template = self.random.pick(&trade.projects);
            self.sentence(template);
            let mut text = std::mem::take(&mut self.scratch);
            let template = self.random.pick(&trade.sentences);
            self.sentence(template);
            text.extend([". ", &self.scratch]);
            self.json.field("description", &text);
            self.span(Span {
                from: newest.from,
                to: Some(newest.from + 3),
            });
            self.json.key("keywords");
            self.json.open('[');
            for _ in 0..self.random.below(3) {
                self.entry();
            }
            self.json.close(']');
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// Languages, interests and what others say.
    fn tail(&mut self) {
        self.json.key("languages");
        self.json.open('[');
        for _ in 0..1 + self.random.below(3) {
            self.json.open('{');
            self.field_of("language", "language");
            self.field_of("fluency", "fluency");
            self.json.close('}');
        }
        self.json.close(']');
        self.json.key("interests");
        self.json.open('[');
        for _ in 0..self.random.below(4) {
            self.json.open('{');
            self.field_of("name", "interest");
            self.json.close('}');
        }
        self.json.close(']');
        self.json.key("references");
        if self.random.percent(10) {
            self.json.raw("null");
            return;
        }
        self.json.open('[');
        for _ in 0..self.random.below(4) {
            self.json.open('{');
            self.any("last");
            let name = self.scratch.clone();
            self.json.field("name", &name);
            self.referee();
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// What a referee says; the person's own first name stands where the list says `FIRST`.
    fn referee(&mut self) {
        self.any("referee");
        let text = self.scratch.replace("FIRST", &self.first_name);
        self.json.field("reference", &text);
    }
}
