//! An indicator as JSON: figures in what it is measured in, shares where 1 is 100 %, `null` for what is not known and the
//! reason under the same name in `why`.
use serde_json::{Map, Value as Json, json};

use crate::cli::json::{amount, share, units};
use crate::cli::shell::Shell;
use crate::domain::choice::{Choice, Unit};
use crate::domain::money::Currency;
use crate::domain::score::{Known, Trend};
use crate::domain::scorecard::Landing;
use crate::report::indicator::name as state;
use crate::store::query::scorecard::Indicator;

/// An object that collects what is known, and why the rest is not.
struct Object<'a> {
    all: Map<String, Json>,
    why: Map<String, Json>,
    measure: (Unit, Currency),
    shell: &'a Shell,
}

impl<'a> Object<'a> {
    fn new(one: &Indicator, shell: &'a Shell) -> Self {
        let measure = (one.figures.kpi.measure.unwrap_or(Unit::Number), one.figures.currency);
        Self { all: Map::new(), why: Map::new(), measure, shell }
    }

    fn set(&mut self, name: &str, value: Json) {
        self.all.insert(name.to_owned(), value);
    }

    fn known<T>(&mut self, name: &str, known: Known<T>, value: impl Fn(T) -> Json) {
        let value = match known {
            Ok(found) => value(found),
            Err(why) => {
                self.why.insert(name.to_owned(), json!(self.shell.words.say(&why)));
                Json::Null
            }
        };
        self.set(name, value);
    }

    /// A figure of the indicator.
    fn figure(&mut self, name: &str, known: Known) {
        let (unit, currency) = self.measure;
        self.known(name, known, |v| units(v, unit, currency));
    }

    /// A figure that may say nothing of this indicator.
    fn beside(&mut self, name: &str, amount: Option<Known>) {
        match amount {
            Some(known) => self.figure(name, known),
            None => self.set(name, Json::Null),
        }
    }

    fn share(&mut self, name: &str, known: Known) {
        self.known(name, known, share);
    }

    fn done(mut self) -> Json {
        self.all.insert("why".to_owned(), Json::Object(self.why));
        Json::Object(self.all)
    }
}

/// How an indicator stands.
pub fn indicator(one: &Indicator, shell: &Shell) -> Json {
    let (kpi, standing) = (&one.figures.kpi, &one.standing);
    let mut all = Object::new(one, shell);
    all.set("id", json!(kpi.head.id));
    all.set("name", json!(kpi.name));
    all.set("account", json!(kpi.account.map(|a| a.0)));
    all.set("account_name", json!(one.figures.account));
    all.set("measure", json!(kpi.measure.map(Choice::name)));
    all.set(
        "currency",
        if kpi.measure == Some(Unit::Money) { json!(one.figures.currency.code()) } else { Json::Null },
    );
    all.set("better", json!(one.series.better.name()));
    all.set("nature", json!(one.series.nature.name()));
    all.set("frequency", json!(one.series.frequency.name()));
    all.set("ownership", json!(kpi.ownership.map(Choice::name)));
    all.set("computed", json!(kpi.computed.map(Choice::name)));
    all.set("revenue", json!(one.revenue));
    all.set("year", json!(standing.year.to_string()));
    all.known("as_of", standing.as_of.clone(), |day| json!(day.to_string()));
    all.set("rag", json!(state(&standing.rag)));
    all.set("off_for", json!(standing.off_for));
    newest(&mut all, one, shell);
    all.figure("to_date", standing.to_date.clone());
    all.figure("plan", standing.plan.clone().map(|goal| goal.low));
    all.beside("plan_high", standing.plan.as_ref().ok().filter(|g| g.high > g.low).map(|g| Ok(g.high)));
    all.figure("expected", standing.pace.clone().and_then(|p| p.expected).map(|goal| goal.low));
    all.share("pace", standing.pace.clone().and_then(|p| p.value));
    all.share("attainment", standing.attainment.clone());
    all.share("judged", standing.judged().clone());
    all.set("ratio", standing.ratio.map_or(Json::Null, share));
    all.set("evidence", share(standing.evidence));
    match one.coverage.clone() {
        Some(known) => all.share("coverage", known),
        None => all.set("coverage", Json::Null),
    }
    let trend = |trend| match trend {
        Trend::Up => json!("up"),
        Trend::Flat => json!("flat"),
        Trend::Down => json!("down"),
    };
    all.known("trend", standing.change.clone(), |change| trend(change.trend));
    all.set("worse", json!(standing.worse()));
    all.set("left_out", json!(one.left_out.as_ref().map(|why| shell.words.say(why))));
    let mismatch = standing.mismatch.map(|wrong| {
        let (unit, currency) = all.measure;
        json!({
            "period": wrong.period.to_string(),
            "sum": units(wrong.sum, unit, currency),
            "whole": units(wrong.whole, unit, currency),
        })
    });
    all.set("mismatch", mismatch.unwrap_or(Json::Null));
    all.known("landing", standing.landing.clone(), |landing| self::landing(one, &landing, shell));
    all.done()
}

/// The newest period on its own.
fn newest(all: &mut Object<'_>, one: &Indicator, shell: &Shell) {
    let Some((period, actual)) = one.standing.newest else {
        for name in ["period", "actual", "target", "before"] {
            all.set(name, Json::Null);
        }
        return;
    };
    let cell = one.series.cell(period, shell.today);
    all.set("period", json!(period.to_string()));
    all.figure("actual", Ok(actual));
    all.figure("target", cell.target.map(|goal| goal.low));
    all.figure("before", one.standing.change.clone().map(|c| c.before));
}

/// Where it will land by every method.
fn landing(one: &Indicator, landing: &Landing, shell: &Shell) -> Json {
    let mut all = Object::new(one, shell);
    all.set("method", json!(landing.method.name()));
    all.figure("value", landing.value().clone());
    all.figure("gap", landing.value().clone().and_then(|v| landing.gap(v)));
    all.figure("required", landing.required.clone());
    all.beside("best_of_three", landing.best_of_three.map(Ok));
    all.beside("pipeline", landing.pipeline.clone());
    all.beside("at_risk", landing.at_risk.clone());
    all.set("closed", share(landing.closed));
    all.set("of", json!(landing.of));
    let methods = landing.forecasts.iter().map(|forecast| {
        let mut one_method = Object::new(one, shell);
        one_method.set("method", json!(forecast.method.name()));
        one_method.figure("value", forecast.value.clone());
        one_method.figure("gap", forecast.value.clone().and_then(|v| landing.gap(v)));
        one_method.beside("with_pipeline", forecast.with_pipeline.clone());
        one_method.done()
    });
    let methods: Vec<Json> = methods.collect();
    all.set("methods", json!(methods));
    all.done()
}

/// Every period that has a figure, with who entered it.
pub fn periods(one: &Indicator, cells: &[crate::report::indicator::Cells], shell: &Shell) -> Json {
    let figure = |entered: &Option<crate::store::query::figures::Entered>| {
        entered.as_ref().map(|e| {
            json!({
                "value": amount(e.value),
                "high": e.high.map(amount),
                "note": e.note,
                "source": e.source,
                "entered_on": e.on.map(|d| d.to_string()),
                "entered_by": e.by,
            })
        })
    };
    let row = |(period, actual, target): &crate::report::indicator::Cells| {
        let cell = one.series.cell(*period, shell.today);
        let mut all = Object::new(one, shell);
        all.set("period", json!(period.to_string()));
        all.figure("actual", cell.actual);
        all.figure("target", cell.target.clone().map(|goal| goal.low));
        all.beside("target_high", cell.target.ok().filter(|g| g.high > g.low).map(|g| Ok(g.high)));
        all.figure("deviation", cell.deviation);
        all.share("attainment", cell.attainment);
        all.set("ratio", cell.ratio.map_or(Json::Null, share));
        all.set("rag", json!(state(&cell.rag)));
        all.set("entered_actual", json!(figure(actual)));
        all.set("entered_target", json!(figure(target)));
        all.done()
    };
    cells.iter().map(row).collect()
}
