//! The radar of the areas: a polygon whose corners lie as far from the middle as their areas are covered.

use super::percent;
use crate::model::assessment::{Assessment, RequirementStatus};
use crate::render::markup::clean;
use crate::text::clean::shorten;
use std::f64::consts::TAU;

/// The middle, in units of the chart.
const MIDDLE: (f64, f64) = (210.0, 165.0);
/// From the middle to 100 %.
const RADIUS: f64 = 120.0;
/// From the rim to a label.
const MARGIN: f64 = 12.0;
/// Fewer areas make no shape.
const LEAST: usize = 3;
/// Columns of a label.
const LABEL: usize = 16;

/// The chart.
pub(super) struct Radar {
    pub title: String,
    pub height: u32,
    pub x: String,
    pub y: String,
    pub rings: Vec<String>,
    pub axes: Vec<Axis>,
    pub shape: String,
}

/// An axis: an area.
pub(super) struct Axis {
    pub area: String,
    pub percent: String,
    pub x: String,
    pub y: String,
    pub label_x: String,
    pub label_y: String,
    pub anchor: &'static str,
}

/// The radar; `None` where there are too few areas for a shape.
pub(super) fn radar(a: &Assessment<'_>) -> Option<Radar> {
    let areas = areas(a);
    if areas.len() < LEAST {
        return None;
    }
    let point = |i: usize, distance: f64| {
        let angle = TAU * i as f64 / areas.len() as f64;
        (MIDDLE.0 + distance * angle.sin(), MIDDLE.1 - distance * angle.cos())
    };
    let written = |(x, y): (f64, f64)| format!("{x:.2},{y:.2}");
    let polygon = |distance: &dyn Fn(usize) -> f64| {
        let points = (0..areas.len()).map(|i| written(point(i, distance(i))));
        points.collect::<Vec<_>>().join(" ")
    };
    let axis = |(i, (area, share)): (usize, &(String, f64))| {
        let (rim, label) = (point(i, RADIUS), point(i, RADIUS + MARGIN));
        Axis {
            area: shorten(&clean(area), LABEL),
            percent: percent(*share),
            x: format!("{:.2}", rim.0),
            y: format!("{:.2}", rim.1),
            label_x: format!("{:.2}", label.0),
            // A label stands on its line; half a letter down puts its middle there.
            label_y: format!("{:.2}", label.1 + 4.0),
            anchor: match label.0 - MIDDLE.0 {
                dx if dx > 1.0 => "start",
                dx if dx < -1.0 => "end",
                _ => "middle",
            },
        }
    };
    let said: Vec<String> = areas
        .iter()
        .map(|(area, share)| format!("{area} {} %", percent(*share)))
        .collect();
    Some(Radar {
        title: clean(&format!("Coverage of the areas: {}", said.join(", "))),
        height: (MIDDLE.1 + RADIUS + 2.0 * MARGIN + 10.0) as u32,
        x: format!("{:.2}", MIDDLE.0),
        y: format!("{:.2}", MIDDLE.1),
        rings: [0.25, 0.5, 0.75, 1.0]
            .map(|share| polygon(&|_| share * RADIUS))
            .to_vec(),
        axes: areas.iter().enumerate().map(axis).collect(),
        shape: polygon(&|i| areas[i].1 * RADIUS),
    })
}

/// The areas in the profile's order, with the weighted mean of the coverage of their requirements.
fn areas(a: &Assessment<'_>) -> Vec<(String, f64)> {
    let mut areas: Vec<(&str, f64, f64)> = Vec::new();
    for r in a
        .requirements
        .iter()
        .filter(|r| r.status != RequirementStatus::Unassessable)
    {
        let requirement = &a.profile.requirements[r.index];
        let weight = f64::from(requirement.weight);
        match areas.iter_mut().find(|(area, ..)| *area == requirement.area) {
            Some((_, reached, total)) => {
                *reached += weight * r.coverage;
                *total += weight;
            }
            None => areas.push((&requirement.area, weight * r.coverage, weight)),
        }
    }
    let share = |reached: f64, total: f64| if total > 0.0 { reached / total } else { 0.0 };
    areas
        .into_iter()
        .map(|(area, reached, total)| (area.to_owned(), share(reached, total)))
        .collect()
}
