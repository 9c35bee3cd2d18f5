//! How class, valuation and effort of the client under the cursor are made (§11).
use super::state::Portfolio;
use super::wish::View;
use crate::domain::portfolio::{concentration, effort, explained, valuation};
use crate::lens::Cx;
use crate::report::Block;
use crate::report::score::{Measure, blocks};

/// The explanation of what the view shows of the client; in the list also how concentrated all clients are.
pub(super) fn why(of: &Portfolio, cx: &Cx<'_>) -> Option<Vec<Block>> {
    let all = of.all.as_deref()?;
    let (at, client) = (of.place()?, of.current()?);
    let values = &cx.values();
    let measure = Measure::of_sums(values);
    let titled = |key: &str| cx.words.with(key, &[("name", &client.name)]);
    Some(match of.view {
        View::Pareto => {
            let class = explained((client.id, all.place(at)), &client.revenue.amount, all.pareto.order.len());
            let mut found = blocks(&titled("portfolio-why-class"), &class, measure, values);
            let whole = concentration(&all.pareto);
            found.extend(blocks(&cx.words.get("portfolio-why-hhi"), &whole, measure, values));
            found
        }
        View::Matrix => {
            let mut found = blocks(
                &titled("portfolio-why-valuation"),
                &valuation::explained(client.id, client.judged, all.weights),
                measure,
                values,
            );
            found.push(Block::Paragraph(cx.words.get("portfolio-why-quadrant")));
            found
        }
        View::Effort => {
            let score = effort::explained(&all.effort_of(client), all.totals);
            blocks(&titled("portfolio-why-effort"), &score, measure, values)
        }
    })
}
