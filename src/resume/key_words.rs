//! Most words of keys, and some of titles, as real resumes write them: lists parted by strokes, in lower case and without signs.

use super::keys::{FieldRole, Part};
use crate::model::candidate::Section;

/// Whether `word` stands in a list parted by strokes.
pub(super) fn holds(list: &str, word: &str) -> bool {
    list.split('|').any(|other| other == word)
}

/// Whole keys at the top of a resume, and what they announce.
pub(super) const TOP: [(Part, &str); 8] = [
    (
        Part::Ignored,
        "meta|schema|theme|settings|metadata|headings|selectedtemplate|pdflink|id|name|email|phone|url|website|\
     location|address|image|picture|photo|links|socials|social|profiles|contact|contacts|stats|layout|template|\
     version|fullname|firstname|lastname|hometown|nationality|university|birthdate|age|gender|references|referees|\
     recommendations|testimonials|reviews|peoplealsoviewed|similarlynamedprofiles|careerpreferences|\
     jobpreferences|preferences|targetroles|targetrole|desiredroles|desiredrole|desiredposition|lookingfor|\
     jobsearch|availability|salaryexpectation|labels|translations|i18n|menu|navigation|nav|mentees|feedback|kudos|quotes|praise|endorsements|applications|\
     jobapplications|interviews|kids|children|family|pets|totalyearsexperience|\
     totalyearsofexperience|yearsofexperience|yearsexperience|experienceyears|totalexperience|totalexperienceyears|\
     totalworkexperience|yearsofworkexperience",
    ),
    (
        Part::Basics,
        "basics|personalinfo|personalinformation|personal|header|bio|about|aboutme",
    ),
    (
        Part::Container,
        "resume|cv|sections|customsections|data|candidate|attributes|skillspassport|learnerinfo",
    ),
    (
        Part::Section(Section::Headline),
        "label|title|position|headline|tagline|role|jobtitle",
    ),
    (
        Part::Section(Section::Work),
        "history|appointments|positionen|anstellungen",
    ),
    (Part::Section(Section::Project), "opensource"),
    (Part::Section(Section::Education), "academia"),
    (Part::Section(Section::Other), "vision|motto"),
];

/// Keys, in lower case, under which a record says which section it is or belongs to.
pub(super) const HEADINGS: &str =
    "title|heading|type|name|section|label|id|kind|category|topic|key|h1|sectiontype|section_type";

/// Those of them that say what sort a record is.
pub(super) const KINDS: &str = "type|kind|category|topic|section|sectiontype|section_type";

/// The last word of a longer key that announces a section.
pub(super) const SECTIONS: [(Section, &str); 11] = [
    (
        Section::Work,
        "doświadczenie|deneyim|pengalaman|berufspraxis|praktika|praktikum|esperienze|工作|实习|工作經歷|工作經驗|任职经历|\
     work|experience|experiences|employment|jobs|job|positions|career|internships|internship|workexp|workexplist|\
     exp|visiting|опыт|работа|工作经历|实习经历|工作经验|職歴|職務経歴|職務経験|경력|경력사항|berufserfahrung|experiencia|experiência|\
     expériences|erfahrung|expérience|experiencias|experiências|trabajos|trabajo|empleo|empleos|laboral|trabalho|\
     trabalhos|emprego|empregos|emploi|emplois|parcours|werdegang|lebenslauf|stationen|arbeitserfahrung|\
     esperienza|lavoro|werkervaring|companies|freelance|consulting",
    ),
    (
        Section::Volunteer,
        "volunteer|volunteering|extracurriculars|extracurricular|activities|mentorship|leadership|service|reviewing|\
     community|involvement",
    ),
    (
        Section::Education,
        "istruzione|formazione|opleiding|opleidingen|edukacja|wykształcenie|eğitim|pendidikan|studium|études|estudios|教育|學歷|教育經歷|교육|\
     education|educations|educational|studies|degrees|schools|academics|образование|教育经历|教育背景|学歴|학력|ausbildung|\
     académique|academique|académico|acadêmico|académica|acadêmica|educación|educação|formación|formation",
    ),
    (
        Section::Project,
        "progetti|projecten|projekty|projeler|proyek|個人作品|开源项目|專案|個人專案|\
     projects|project|portfolio|opensource|проекты|项目经历|项目|项目经验|作品|プロジェクト|프로젝트|projekte|proyectos|projetos|\
     projets",
    ),
    (
        Section::Publication,
        "publications|publication|papers|patents|articles|preprints|research|talks|presentations|publikationen|\
     veröffentlichungen|publicaciones|publicações|pubblicazioni",
    ),
    (
        Section::Award,
        "premi|prix|nagrody|荣誉|获奖|获奖经历|奖项|수상|受賞歴|\
     awards|award|honors|honours|achievements|achivements|acheivements|competitions|competition|hackathons|\
     scholarships|logros|premios|prêmios|auszeichnungen",
    ),
    (
        Section::Certificate,
        "证书|資格|자격증|certyfikaty|sertifikalar|\
     licenses|licences|credentials|certs|zertifikate|\
     zertifizierungen|certificações|certificacoes|certificats|certificazioni",
    ),
    (
        Section::Skills,
        "knowledge|proficiencies|frameworks|libraries|toolkit|competence|competency|competencias|capabilities|strengths|\
     conocimientos|conhecimentos|connaissances|tecnologías|tecnologias|herramientas|ferramentas|outils|logiciels|kompetenzen|\
     competenze|vaardigheden|umiejętności|yetenekler|専門技能|专业能力|自有技能|技能特长|技能清单|\
     skills|skill|skillset|technologies|competencies|expertise|stack|techstack|tools|toolbox|skilllist|технологии|\
     навыки|技能|技术栈|スキル|技術|기술|기술스택|kenntnisse|fähigkeiten|competences|compétences|habilidades|competências|专业技能",
    ),
    (Section::Languages, "languages|langs"),
    (Section::Interests, "interests|hobbies"),
    (
        Section::Summary,
        "summary|profile|objective|overview|introduction|statement|職務要約|自己pr|자기소개|自我评价|个人简介|profil",
    ),
];

/// Fields of an entry.
pub(super) const FIELDS: [(FieldRole, &str); 12] = [
    (
        FieldRole::Name,
        "name|nombre|nome|nom|bezeichnung|certificate|certification",
    ),
    (
        FieldRole::Title,
        "jobname|jobposition|positionname|position|title|role|jobtitle|designation|positiontitle|rolle|\
     funktion|stelle|titel|jobtitel|rol|fonction|intitulé|intitule|titre|função|funcao|posição|posicao|ruolo|\
     posizione|functie|occupation|título|titulo|posición|posicion|职位|職種|役職|직무|직책|должность|poste|puesto|cargo",
    ),
    (
        FieldRole::Subtitle,
        "subtitle|subhead|subheading|headline|what|department|departmentname",
    ),
    (FieldRole::StartMonth, "startmonth|monthstart|frommonth"),
    (FieldRole::EndMonth, "endmonth|monthend|tomonth"),
    (
        FieldRole::Kind,
        "type|note|employmenttype|studytype|degree|degreetype|contract",
    ),
    (
        FieldRole::Area,
        "area|major|field|fieldofstudy|specialization|minor|program|programme",
    ),
    (
        FieldRole::Start,
        "startdate|start|startsat|startedat|datestart|from|fromdate|datefrom|begin|begindate|started|startedon|\
     startyear|joined|startjahr|dal|von|ab|seit|beginn|startdatum|debut|début|datedebut|datedébut|datededébut|\
     depuis|inicio|início|desde|fechainicio|fechadeinicio|datainicio|datadeinício|inizio|datainizio|начало|开始时间|\
     開始日",
    ),
    (
        FieldRole::End,
        "enddate|end|endsat|endedat|dateend|to|todate|dateto|until|finished|finishedon|completiondate|endyear|left|\
     endjahr|al|bis|ende|enddatum|fin|datefin|datedefin|fim|fechafin|fechadefin|datafim|até|hasta|fine|datafine|\
     конец|окончание|结束时间|終了日",
    ),
    (
        FieldRole::When,
        "date|dates|period|duration|time|daterange|timeline|year|years|releasedate|when|timeframe|timeperiod|tenure|\
     span|fromto|zeitraum|dauer|datum|periodo|período|période|periode|fecha|fechas|时间|期間|기간|период",
    ),
    (
        FieldRole::Tools,
        "courses|coursework|modules|subjects|relevantcourses|relevantcoursework|\
     keywords|technologies|technology|tech|techstack|stack|tools|skills|tags|languages|frameworks|libraries|\
     environment|toolsused|skillsused|技术栈|使用技術|기술스택",
    ),
    (
        FieldRole::Ignored,
        "www|firma|unternehmen|arbeitgeber|azienda|bedrijf|ort|ville|ciudad|cidade|company|organization|organisation|\
     institution|institute|employer|school|university|college|publisher|journal|conference|venue|issuer|awarder|\
     client|entity|location|city|country|place|address|url|website|link|links|href|github|demo|repo|doi|isbn|\
     image|icon|logo|picture|color|email|phone|gpa|cgpa|score|grade|id|slug|authors|author|coauthors|authorsstr|authorlist|supervisor|\
     advisor|reference|references|bibtex|pages|volume|公司|会社|회사|компания|entreprise|empresa|visible|hidden|\
     metadata|iscurrentrole|current|level|fluency|social|socials|sociallinks|profiles|contact|contacts|contactinfo",
    ),
];

/// Fields of an entry that may hold something else: a text of some length is one.
pub(super) const LIKELY: [(FieldRole, &str); 2] = [
    (FieldRole::Title, "heading|head|job"),
    (
        FieldRole::Ignored,
        "affiliation|org|lab|laboratory|workplace|firm|host|center|centre|where",
    ),
];

/// The last word of longer keys that are not among the fields above: `companyUrl`, `work_time`, `projectTitle`.
pub(super) const LAST_WORDS: [(FieldRole, &str); 5] = [
    (
        FieldRole::Ignored,
        "url|urls|uri|link|links|href|logo|location|address|image|images|icon|src|website|email|color",
    ),
    (FieldRole::Name, "name"),
    (FieldRole::Title, "title|position|role|designation"),
    (FieldRole::When, "date|dates|time|period|duration|year|years"),
    (
        FieldRole::Tools,
        "technologies|tech|stack|tools|skills|keywords|tags|frameworks|libraries",
    ),
];

/// The word before the last of a key for a beginning, whose last is one of those for a time.
pub(super) const BEGINNINGS: &str = "start|started|starts|begin|began|begins|from|since|join|joining|joined";

/// The same for an end.
pub(super) const ENDS: &str = "end|ended|ends|finish|finished|until|to|completion|completed|left|leaving";

/// Words of a key whose last one is no time of an entry: `full_time`, `created_at`.
pub(super) const NO_TIMES: &str = "full|part|real|run|response|lead|load|build|all|free|working|total|saved|notice|processing|last|create|\
     created|update|updated|modify|modified|post|posted|publish|published|synced|added|birth|probation|experience";

/// The first word of a key that ends in `name`, where that is the name of the entry: `project_name`.
pub(super) const NAMED: &str = "project|product|app|work|award|certificate|certification|publication|paper|course";

/// The first word of a key that ends in `name`, where that is somebody else's: `company_name`.
pub(super) const NAMES_OF_OTHERS: &str = "company|employer|organization|organisation|school|institution|institute|university|college|client|customer|author|journal|\
     conference|event|venue|publisher|issuer|awarder|city|country|full|first|last|middle|nick|user|file|domain";

/// Keys of a degree, which outside of studies name the entry.
pub(super) const DEGREE_KEYS: &str = "studytype|degree|degreetype";

/// Keys of an employer, beside those that only jobs have.
pub(super) const EMPLOYER_KEYS: &str = "school|college|university|institution|institute|organization|organisation|lab|laboratory|org|affiliation|firm|workplace";

/// Words that name who is employed: a dated entry with such a title is a job, whatever its section is called.
pub(super) const EMPLOYED: &str = "assistant|lecturer|instructor|professor|researcher|fellow|postdoc|engineer|developer|scientist|analyst|intern|\
     consultant|tutor|teacher|postdoc";

/// The last word of keys at the top whose lists are neither work nor projects nor skills of the person.
pub(super) const NO_ENTRIES: &str = "books|bookmarks|reading|library|courses|course|training|trainings|values|services|facts|games|clients|\
     customers|products|events|meetups|conferences|workshops|clubs|societies|memberships|press|media|news|faq|faqs|features|pricing|\
     pages|routes|tabs|slides|participation";

/// Words that name posts: what stands below a title with one is none.
pub(super) const TRADES: &str = "engineer|developer|scientist|analyst|researcher|architect|consultant|manager|lead|leader|head|director|\
     officer|intern|internship|trainee|student|assistant|associate|fellow|instructor|teacher|professor|lecturer|tutor|programmer|\
     administrator|specialist|technician|designer|founder|cofounder|cto|ceo|freelancer|contractor|coordinator|advisor|accountant|owner|postdoc|candidate|trainer";

/// Degrees without their dots.
pub(super) const DEGREE_NAMES: &str = "phd|dphil|doctorate|ms|msc|ma|meng|mtech|mba|mphil|master|masters|master's|bs|bsc|ba|be|beng|btech|bachelor|bachelors|bachelor's|diploma";

/// Fields that the entries of a section have, and hardly others.
pub(super) const OF_ENTRY: [(Section, &str); 2] = [
    (
        Section::Work,
        "company|companyname|employer|employername|firma|unternehmen|arbeitgeber|azienda|bedrijf|entreprise|empresa|公司|会社|회사|компания",
    ),
    (
        Section::Education,
        "institution|school|college|university|degree|studytype",
    ),
];
