//! What the keys of real resumes mean: 129 different top-level keys were seen in 122 files, 94 of them once.

use super::skill_levels;
use crate::model::candidate::Section;
use crate::model::stated::Measure;
use crate::text::memo::{Memo, remembered};
use std::cell::RefCell;

/// What stands under a key at the top of a resume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A section with entries or text.
    Section(Section),
    /// The block with headline, summary and contact data.
    Basics,
    /// An object that holds sections.
    Container,
    /// Contact data, layout, other people's words: not read.
    Ignored,
}

/// What a field of an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldRole {
    /// `name`: the employer of a job, the title of a project.
    Name,
    /// Position, role, title.
    Title,
    /// What sort of post or degree it was.
    Kind,
    /// Field of study.
    Area,
    /// Begin.
    Start,
    /// End.
    End,
    /// A whole period or a single date.
    When,
    /// Names of employers, schools, venues and people; links, places, grades: never read for skills.
    Ignored,
    /// A bare list of tools.
    Tools,
    /// A thesis.
    Thesis,
    /// Anything else: running text.
    Text,
}

/// What a key means wherever it may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// What it announces at the top of a resume.
    pub part: Option<Part>,
    role: FieldRole,
    role_in_education: FieldRole,
    /// What a bare number in the field counts, where the field states a level.
    pub measure: Option<Measure>,
    /// Whether it names an entry of the skills section, holds its entries, or only decorates it.
    pub in_skills: InSkills,
    /// Whether it holds several posts with one employer.
    pub holds_posts: bool,
    /// Whether it says of how many points a level is.
    pub is_most: bool,
}

/// What a key of the skills section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InSkills {
    Name,
    Items,
    Decoration,
    Other,
}

impl Key {
    /// What a field of an entry in `section` holds.
    pub fn field(&self, section: Section) -> FieldRole {
        match section {
            Section::Education => self.role_in_education,
            _ => self.role,
        }
    }

    /// Whether the field states a level.
    pub fn is_level(&self) -> bool {
        self.measure.is_some()
    }
}

thread_local! {
    /// A few dozen keys make up nearly all that resumes have.
    static KEYS: RefCell<Memo<Key>> = const { RefCell::new(Memo::new(1024)) };
}

/// What is known about a key.
pub(super) fn known(key: &str) -> Key {
    remembered(&KEYS, key, key_of)
}

fn key_of(key: &str) -> Key {
    let words = words(key);
    let joined = words.concat();
    let lower = key.to_lowercase();
    Key {
        is_most: skill_levels::is_most(&joined),
        part: part_of(&words, &joined),
        role: field(&joined, false),
        role_in_education: field(&joined, true),
        measure: skill_levels::measure(&joined),
        in_skills: in_skills(&lower),
        holds_posts: ["positions", "roles", "jobs", "posts"].contains(&lower.as_str()),
    }
}

fn in_skills(key: &str) -> InSkills {
    match key {
        "name" | "skill" | "title" | "label" | "category" | "group" | "area" => InSkills::Name,
        "items" | "keywords" | "skills" | "list" | "categories" | "groups" => InSkills::Items,
        "icon" | "image" | "logo" | "url" | "link" | "color" | "colour" | "id" | "visible" | "hidden" | "order"
        | "iconclass" | "width" => InSkills::Decoration,
        _ => InSkills::Other,
    }
}

/// Splits a key into lower-case words: `workExperience`, `Work Experience` and `work_experience` are the same.
pub(super) fn words(key: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in key.chars() {
        let hump = c.is_uppercase() && before.is_lowercase();
        if !c.is_alphanumeric() {
            before = ' ';
            continue;
        }
        if !before.is_alphanumeric() || hump || words.is_empty() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words
}

/// What a top-level key (or a heading of a plain-text resume) announces; `None` if it is not known.
pub(super) fn part(key: &str) -> Option<Part> {
    let words = words(key);
    part_of(&words, &words.concat())
}

/// The same of a key in words, and of them joined.
fn part_of(words: &[String], joined: &str) -> Option<Part> {
    use Part::{Basics, Container, Ignored};
    let whole = match joined {
        "meta" | "schema" | "theme" | "settings" | "metadata" | "headings" | "selectedtemplate" | "pdflink" | "id"
        | "name" | "email" | "phone" | "url" | "website" | "location" | "address" | "image" | "picture" | "photo"
        | "links" | "socials" | "social" | "profiles" | "contact" | "contacts" | "stats" | "layout" | "template"
        | "version" | "fullname" | "firstname" | "lastname" | "hometown" | "nationality" | "university"
        | "birthdate" | "age" | "gender" | "references" | "referees" | "recommendations" | "testimonials"
        | "reviews" => Some(Ignored),
        "basics" | "personalinfo" | "personalinformation" | "personal" | "header" | "bio" | "about" | "aboutme" => {
            Some(Basics)
        }
        "resume" | "cv" | "sections" | "customsections" | "data" | "candidate" | "attributes" => Some(Container),
        "label" | "title" | "position" | "headline" | "tagline" | "role" | "jobtitle" => {
            Some(Part::Section(Section::Headline))
        }
        "opensource" => Some(Part::Section(Section::Project)),
        "academia" => Some(Part::Section(Section::Education)),
        "vision" | "motto" => Some(Part::Section(Section::Other)),
        _ => None,
    };
    whole.or_else(|| {
        words
            .iter()
            .rev()
            .find_map(|word| section_word(word))
            .map(Part::Section)
    })
}

fn section_word(word: &str) -> Option<Section> {
    Some(match word {
        "work" | "experience" | "experiences" | "employment" | "jobs" | "job" | "positions" | "career"
        | "internships" | "internship" | "workexp" | "workexplist" | "exp" | "visiting" | "опыт" | "работа"
        | "工作经历" | "实习经历" | "工作经验" | "職歴" | "職務経歴" | "職務経験" | "경력" | "경력사항"
        | "berufserfahrung" | "experiencia" | "experiência" | "expériences" | "erfahrung" | "expérience"
        | "experiencias" | "experiências" | "trabajos" | "trabajo" | "empleo" | "empleos" | "laboral" | "trabalho"
        | "trabalhos" | "emprego" | "empregos" | "emploi" | "emplois" | "parcours" | "werdegang" | "lebenslauf"
        | "stationen" | "arbeitserfahrung" | "esperienza" | "esperienze" | "lavoro" | "werkervaring" | "companies"
        | "freelance" | "consulting" => Section::Work,
        "volunteer" | "volunteering" | "extracurriculars" | "extracurricular" | "activities" | "mentorship"
        | "leadership" | "service" | "reviewing" | "community" | "involvement" => Section::Volunteer,
        "education"
        | "studies"
        | "degrees"
        | "schools"
        | "academics"
        | "образование"
        | "教育经历"
        | "教育背景"
        | "学歴"
        | "학력"
        | "ausbildung"
        | "académique"
        | "academique"
        | "académico"
        | "acadêmico"
        | "académica"
        | "acadêmica"
        | "educación"
        | "educação"
        | "formación"
        | "formation" => Section::Education,
        "projects" | "project" | "portfolio" | "opensource" | "проекты" | "项目经历" | "项目" | "项目经验" | "作品"
        | "プロジェクト" | "프로젝트" | "projekte" | "proyectos" | "projetos" | "projets" => Section::Project,
        "publications"
        | "publication"
        | "papers"
        | "patents"
        | "articles"
        | "preprints"
        | "research"
        | "talks"
        | "presentations"
        | "publikationen"
        | "veröffentlichungen"
        | "publicaciones"
        | "publicações"
        | "pubblicazioni" => Section::Publication,
        "awards" | "award" | "honors" | "honours" | "achievements" | "achivements" | "acheivements"
        | "competitions" | "competition" | "hackathons" | "scholarships" | "logros" | "premios" | "prêmios"
        | "auszeichnungen" => Section::Award,
        "certificates" | "certificate" | "certifications" | "certification" | "licenses" | "licences"
        | "credentials" | "certs" | "zertifikate" | "zertifizierungen" | "certificaciones" | "certificados"
        | "certificações" | "certificacoes" | "certificats" | "certificazioni" => Section::Certificate,
        "skills"
        | "skill"
        | "skillset"
        | "technologies"
        | "competencies"
        | "expertise"
        | "stack"
        | "techstack"
        | "tools"
        | "toolbox"
        | "skilllist"
        | "технологии"
        | "навыки"
        | "技能"
        | "技术栈"
        | "スキル"
        | "技術"
        | "기술"
        | "기술스택"
        | "kenntnisse"
        | "fähigkeiten"
        | "competences"
        | "compétences"
        | "habilidades"
        | "competências"
        | "专业技能" => Section::Skills,
        "languages" | "langs" => Section::Languages,
        "interests" | "hobbies" => Section::Interests,
        "summary" | "profile" | "objective" | "overview" | "introduction" | "statement" | "職務要約" | "自己pr"
        | "자기소개" | "自我评价" | "个人简介" | "profil" => Section::Summary,
        _ => return None,
    })
}

/// What a field of an entry holds, by its key in lower case without signs.
fn field(joined: &str, is_education: bool) -> FieldRole {
    use FieldRole::{Area, End, Ignored, Kind, Name, Start, Text, Thesis, Title, Tools, When};
    match joined {
        "name" | "nombre" | "nome" | "nom" | "bezeichnung" | "certificate" | "certification" => Name,
        "position" | "title" | "role" | "jobtitle" | "designation" | "positiontitle" | "rolle" | "funktion"
        | "stelle" | "titel" | "jobtitel" | "rol" | "fonction" | "intitulé" | "intitule" | "titre" | "função"
        | "funcao" | "posição" | "posicao" | "ruolo" | "posizione" | "functie" | "occupation" | "título" | "titulo"
        | "posición" | "posicion" | "职位" | "職種" | "役職" | "직무" | "직책" | "должность" | "poste" | "puesto"
        | "cargo" => Title,
        "studytype" | "degree" | "degreetype" if !is_education => Title,
        "type" | "note" | "employmenttype" | "studytype" | "degree" | "degreetype" | "contract" => Kind,
        "courses" | "coursework" | "modules" | "subjects" | "relevantcourses" | "relevantcoursework" => Tools,
        "area" | "major" | "field" | "fieldofstudy" | "specialization" | "minor" | "program" | "programme" => Area,
        "startdate" | "start" | "from" | "begin" | "started" | "startedon" | "startyear" | "joined" | "startjahr"
        | "dal" | "von" | "ab" | "seit" | "beginn" | "startdatum" | "debut" | "début" | "datedebut" | "datedébut"
        | "datededébut" | "depuis" | "inicio" | "início" | "desde" | "fechainicio" | "fechadeinicio" | "datainicio"
        | "datadeinício" | "inizio" | "datainizio" | "начало" | "开始时间" | "開始日" => Start,
        "enddate" | "end" | "to" | "until" | "finished" | "finishedon" | "endyear" | "left" | "endjahr" | "al"
        | "bis" | "ende" | "enddatum" | "fin" | "datefin" | "datedefin" | "fim" | "fechafin" | "fechadefin"
        | "datafim" | "até" | "hasta" | "fine" | "datafine" | "конец" | "окончание" | "结束时间" | "終了日" => {
            End
        }
        "date" | "dates" | "period" | "duration" | "time" | "daterange" | "timeline" | "year" | "years"
        | "releasedate" | "when" | "timeframe" | "timeperiod" | "tenure" | "span" | "fromto" | "zeitraum" | "dauer"
        | "datum" | "periodo" | "período" | "période" | "periode" | "fecha" | "fechas" | "时间" | "期間" | "기간"
        | "период" => When,
        "keywords" | "technologies" | "technology" | "tech" | "techstack" | "stack" | "tools" | "skills" | "tags"
        | "languages" | "frameworks" | "libraries" | "environment" | "toolsused" | "skillsused" | "技术栈"
        | "使用技術" | "기술스택" => Tools,
        "firma" | "unternehmen" | "arbeitgeber" | "azienda" | "bedrijf" | "ort" | "ville" | "ciudad" | "cidade"
        | "company" | "organization" | "organisation" | "institution" | "institute" | "employer" | "school"
        | "university" | "college" | "publisher" | "journal" | "conference" | "venue" | "issuer" | "awarder"
        | "client" | "entity" | "location" | "city" | "country" | "place" | "address" | "url" | "website" | "link"
        | "links" | "href" | "github" | "demo" | "repo" | "doi" | "isbn" | "image" | "icon" | "logo" | "picture"
        | "color" | "email" | "phone" | "gpa" | "cgpa" | "score" | "grade" | "id" | "slug" | "authors" | "author"
        | "coauthors" | "supervisor" | "advisor" | "reference" | "references" | "bibtex" | "pages" | "volume"
        | "公司" | "会社" | "회사" | "компания" | "entreprise" | "empresa" | "visible" | "hidden" | "metadata"
        | "iscurrentrole" | "current" | "level" | "fluency" => Ignored,
        _ if is_thesis(joined) => Thesis,
        _ => Text,
    }
}

/// Whether a text in lower case, or a key, names a thesis.
pub(super) fn is_thesis(text: &str) -> bool {
    let words = [
        "thesis",
        "dissertation",
        "masterarbeit",
        "bachelorarbeit",
        "diplomarbeit",
        "abschlussarbeit",
        "mémoire",
        "tesis",
        "tesi di",
        "dissertação",
        "trabalho de conclusão",
    ];
    words.iter().any(|word| text.contains(word))
}

/// Whether the section's `name` field is the title of what was done, not an organisation.
pub(super) fn name_is_title(section: Section) -> bool {
    !matches!(section, Section::Work | Section::Volunteer | Section::Education)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, expected: Option<Part>) {
        assert_eq!(part(key), expected, "{key}");
    }

    #[test]
    fn keys_of_real_resumes_are_known() {
        check("work", Some(Part::Section(Section::Work)));
        check("Additional Experience", Some(Part::Section(Section::Work)));
        check("workExperience", Some(Part::Section(Section::Work)));
        check("自己PR", Some(Part::Section(Section::Summary)));
        check("selected publications", Some(Part::Section(Section::Publication)));
        check("Technical skills", Some(Part::Section(Section::Skills)));
        check("skills_by_category", Some(Part::Section(Section::Skills)));
        check("Honours and Awards", Some(Part::Section(Section::Award)));
        check("Profile Summary", Some(Part::Section(Section::Summary)));
        check("project highlights", Some(Part::Section(Section::Project)));
        check("$schema", Some(Part::Ignored));
        check("references", Some(Part::Ignored));
        check("personal_info", Some(Part::Basics));
        check("layers", None);
    }
}
