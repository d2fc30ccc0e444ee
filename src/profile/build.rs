//! From checked raw shapes to domain types: ids become places in the taxonomy and in the list of certifications.

use super::deeds;
use super::schema::{
    RawCertification, RawCertifications, RawDeeds, RawGuide, RawLadder, RawLadderChoice, RawLanguage, RawProfile,
    RawRequirement, RawRung, RawScoring, RawSkill, RawTaxonomy,
};
use super::validate::Fault;
use crate::model::certification::Certification;
use crate::model::language::{Language, Phrases, RoleWords, StageWords};
use crate::model::profile::{
    Expectation, Group, Guide, Ladder, NamedCertification, Profile, Requirement, Rung, Scoring,
};
use crate::model::skill::{Skill, SkillId, Taxonomy};
use crate::text::words::padded;
use rustc_hash::FxHashMap;

/// What all profiles share.
pub struct Shared {
    /// Every skill.
    pub taxonomy: Taxonomy,
    /// Every certification.
    pub certifications: Vec<Certification>,
    /// The ladder that a profile can ask for.
    pub ladder: RawLadder,
    /// The guides that a profile can ask for.
    pub guides: Vec<Guide>,
    /// The numbers behind the rules.
    pub scoring: Scoring,
    /// What words mean.
    pub language: Language,
}

/// Turns a raw taxonomy into skills; broader ids that are not there are left out (a check reports them).
pub(super) fn taxonomy(raw: RawTaxonomy) -> Taxonomy {
    let places: FxHashMap<String, SkillId> = raw
        .skills
        .iter()
        .enumerate()
        .map(|(i, s)| (s.id.clone(), SkillId(i as u16)))
        .collect();
    let skill = |raw: RawSkill| Skill {
        broader: raw.broader.iter().filter_map(|id| places.get(id).copied()).collect(),
        id: raw.id.into(),
        name: raw.name.into(),
        kind: raw.kind,
        aliases: raw.aliases.into(),
        not: raw.not.into(),
        ambiguous: raw.ambiguous.into(),
        company: raw.company.into(),
    };
    Taxonomy::new(raw.version, raw.skills.into_iter().map(skill).collect())
}

fn skills(ids: &[String], taxonomy: &Taxonomy) -> Vec<SkillId> {
    ids.iter().filter_map(|id| taxonomy.find(id)).collect()
}

pub(super) fn certifications(raw: RawCertifications, taxonomy: &Taxonomy) -> Vec<Certification> {
    let places: FxHashMap<String, usize> = raw
        .certifications
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.clone(), i))
        .collect();
    let build = |raw: RawCertification| Certification {
        platform: raw.platform.as_deref().and_then(|id| taxonomy.find(id)),
        successors: raw.successors.iter().filter_map(|id| places.get(id).copied()).collect(),
        core_skills: skills(&raw.core_skills, taxonomy),
        other_skills: skills(&raw.other_skills, taxonomy),
        id: raw.id,
        name: raw.name,
        issuer: raw.issuer,
        stage: raw.stage,
        state: raw.state,
        since: raw.since,
        since_note: raw.since_note,
        price_usd: raw.price_usd,
        validity_months: raw.validity_months,
        also_written: raw.also_written,
        look_alikes: raw.look_alikes,
        action: raw.action,
        caveat: raw.caveat,
        url: raw.url,
        as_of: raw.as_of,
        confidence: raw.confidence,
    };
    raw.certifications.into_iter().map(build).collect()
}

pub(super) fn scoring(raw: &RawScoring) -> Scoring {
    let status = |key: &str| raw.status.get(key).map_or(0.0, |f| f.value);
    let years = |key: &str| raw.years.get(key).map_or(0.0, |f| f.value);
    let below = |levels: usize| {
        raw.level_shortfall
            .iter()
            .find(|s| s.levels_below == levels)
            .map_or(0.0, |s| s.value)
    };
    Scoring {
        demonstrated: status("demonstrated"),
        certified: status("certified"),
        implied: status("implied"),
        listed: status("listed"),
        claimed: status("claimed"),
        level_shortfall: [below(1), below(2), below(3)],
        stale_after_years: raw.stale.after_years,
        stale: raw.stale.value,
        adjacent_share: years("adjacent_share"),
        adjacent_at_most: years("adjacent_at_most"),
        doctoral_share: years("doctoral_share"),
        doctoral_at_most: years("doctoral_at_most"),
        list_limit: raw.list_limit.value as usize,
        deeds_in_entries: raw.deeds_in_entries.value as usize,
        recommend_at_most: raw.recommend_at_most.value as usize,
        facts_stale_after_months: raw.facts_stale_after_months.value as i64,
    }
}

pub(super) fn language(raw: RawLanguage, deeds: &RawDeeds, taxonomy: &Taxonomy) -> Result<Language, Vec<Fault>> {
    let (deeds, choices) = deeds::compile(deeds, taxonomy).map_err(|message| {
        vec![Fault {
            check: "deeds",
            pointer: "/deeds".into(),
            offset: 0,
            message,
        }]
    })?;
    let normal = |phrases: &[String]| phrases.iter().map(|p| padded(p)).collect::<Vec<_>>();
    let stage = |s: &StageWords| StageWords {
        stage: s.stage,
        words: normal(&s.words),
    };
    let roles = RoleWords {
        field: skills(&raw.roles.field, taxonomy),
        data: skills(&raw.roles.data, taxonomy),
        relevant: normal(&raw.roles.relevant),
        field_titles: normal(&raw.roles.field_titles),
        adjacent: normal(&raw.roles.adjacent),
        unrelated: normal(&raw.roles.unrelated),
        research: normal(&raw.roles.research),
        departments: normal(&raw.roles.departments),
        practitioners: normal(&raw.roles.practitioners),
        about_others: normal(&raw.roles.about_others),
        doctoral: normal(&raw.roles.doctoral),
        stages: raw.roles.stages.iter().map(stage).collect(),
        no_stage: normal(&raw.roles.no_stage),
        other_engineers: normal(&raw.roles.other_engineers),
    };
    Ok(Language {
        templates: raw.templates,
        roles,
        phrases: Some(Phrases {
            cues: raw.cues,
            apart: raw.apart,
            deeds,
            choices,
        }),
    })
}

/// Builds a profile whose ids were checked.
pub(super) fn profile(raw: RawProfile, shared: Shared) -> Profile {
    let taxonomy = shared.taxonomy;
    let guide = |guide: RawGuide| match guide {
        RawGuide::Own(guide) => Some(guide),
        RawGuide::Id(id) => shared.guides.iter().find(|g| g.id == id).cloned(),
    };
    let named = raw.certifications.into_iter().filter_map(|named| {
        let index = shared.certifications.iter().position(|c| c.id == named.id)?;
        Some(NamedCertification {
            index,
            named_by: named.named_by,
        })
    });
    Profile {
        id: raw.id,
        title: raw.title,
        version: raw.version,
        target_stage: raw.target_stage,
        summary: raw.summary,
        guides: raw.guides.into_iter().filter_map(guide).collect(),
        requirements: raw
            .requirements
            .into_iter()
            .map(|r| requirement(r, &taxonomy))
            .collect(),
        ladder: ladder(raw.ladder, shared.ladder, &taxonomy),
        named_certifications: named.collect(),
        certifications: shared.certifications,
        scoring: shared.scoring,
        language: shared.language,
        background: raw.background,
        taxonomy,
    }
}

fn requirement(raw: RawRequirement, taxonomy: &Taxonomy) -> Requirement {
    Requirement {
        groups: raw
            .groups
            .iter()
            .map(|g| Group {
                need: g.need,
                of: skills(&g.of, taxonomy),
            })
            .collect(),
        id: raw.id,
        title: raw.title,
        importance: raw.importance,
        level: raw.level,
        weight: raw.weight,
        area: raw.area,
        sources: raw.sources,
        why_weight: raw.why_weight,
        next_step: raw.next_step,
        question: raw.question,
        not_shown: raw.not_shown,
        unassessable: raw.unassessable,
    }
}

fn ladder(choice: RawLadderChoice, builtin: RawLadder, taxonomy: &Taxonomy) -> Ladder {
    let (raw, note, years) = match choice {
        RawLadderChoice::Own(own) => (own, None, Default::default()),
        RawLadderChoice::Builtin(used) => (builtin, used.note, used.years),
    };
    let rung = |raw: RawRung| {
        let (from_years, to_years) = years.get(&raw.stage).copied().unwrap_or(raw.years);
        let expectation = |e: super::schema::RawExpectation| Expectation {
            any_of: skills(&e.any_of, taxonomy),
            id: e.id,
            text: e.text,
            next_step: e.next_step,
            in_field: e.in_field,
            advice: e.advice,
        };
        Rung {
            stage: raw.stage,
            title: raw.title,
            from_years,
            to_years,
            salary: raw.salary_usd,
            focus: raw.focus,
            advice: raw.advice,
            expectations: raw.expectations.into_iter().map(expectation).collect(),
        }
    };
    Ladder {
        source: raw.source,
        note: note.or(raw.note),
        rungs: raw.stages.into_iter().map(rung).collect(),
    }
}
