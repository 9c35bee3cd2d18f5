//! What is looked at and noted when a sale is written: its chance, when it closed, and the steps of its history.
use chrono::NaiveDate;

use crate::domain::choice::Stage;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::opportunity::{Opportunity, Step};
use crate::domain::pipeline::course::{Moment, pushes};
use crate::domain::value::Value;
use crate::store::Tx;
use crate::store::fault::Fault;
use crate::store::query::pipeline::moments;

/// The most that the field holds.
const MOST: i64 = 999;

/// Looks at a sale before it is written: notes the day on which it closed, and if another one is written over what was there the
/// step that it makes: undone with the act, like all of it. How often its close was put off follows from the steps; what was
/// counted before there were any stays counted.
pub(in crate::store::act) fn before_writing(
    tx: &Tx<'_>,
    part: &mut dyn Record,
    new: bool,
) -> Result<(), Fault> {
    let Some(sale) = part.any().downcast_ref::<Opportunity>().cloned() else { return Ok(()) };
    let closed = closed_on(&sale, new, tx.today);
    if closed != sale.closed_on {
        part.set("closed_on", closed.map_or(Value::Empty, Value::Day))?;
    }
    if new {
        return Ok(());
    }
    let before = tx.record(Kind::Opportunity, sale.head.id)?;
    let Some(before) = before.any().downcast_ref::<Opportunity>() else { return Ok(()) };
    let sale = Opportunity { closed_on: closed, ..sale };
    if (before.stage, before.closes_on, before.amount) == (sale.stage, sale.closes_on, sale.amount) {
        return Ok(());
    }
    let mut known = moments(tx.conn(), sale.head.id)?;
    if known.is_empty() {
        // Of before the program kept a history only this is known: how it stood last, and when it was written down.
        let mut first = step(before, born(&before.head.uid).map_or(tx.today, |day| day.min(tx.today)));
        known.extend(write(tx, &mut first)?);
    }
    let counted = pushes(&known);
    let last = known.last().map_or(tx.today, |moment| moment.day);
    known.extend(write(tx, &mut step(&sale, day_of(&sale, tx.today).max(last)))?);
    let more = pushes(&known) - counted;
    if more != 0 {
        let now = (before.pushes.unwrap_or(0) + more).clamp(0, MOST);
        part.set("pushes", if now > 0 { Value::Number(now) } else { Value::Empty })?;
    }
    Ok(())
}

/// Notes how a new sale stands, as the beginning of its history.
pub(in crate::store::act) fn begins(tx: &Tx<'_>, part: &dyn Record) -> Result<(), Fault> {
    let Some(sale) = part.any().downcast_ref::<Opportunity>() else { return Ok(()) };
    write(tx, &mut step(sale, day_of(sale, tx.today))).map(|_| ())
}

/// When it closed: as it was said; else today, of a new one the day on which it should have. What is open did not close.
fn closed_on(sale: &Opportunity, new: bool, today: NaiveDate) -> Option<NaiveDate> {
    if sale.is_open() {
        return None;
    }
    let expected = sale.closes_on.filter(|day| new && *day <= today);
    sale.closed_on.or(expected).or(Some(today))
}

/// Since when it stands as it does: of what is closed the day on which that was, else today.
fn day_of(sale: &Opportunity, today: NaiveDate) -> NaiveDate {
    sale.closed_on.filter(|day| !sale.is_open() && *day < today).unwrap_or(today)
}

fn step(sale: &Opportunity, day: NaiveDate) -> Step {
    Step {
        opportunity: Some(Link(sale.head.id)),
        day: Some(day),
        stage: sale.stage.or(Some(Stage::Identified)),
        closes_on: sale.closes_on,
        amount: sale.amount,
        ..Step::default()
    }
}

fn write(tx: &Tx<'_>, step: &mut Step) -> Result<Option<Moment>, Fault> {
    tx.insert(step)?;
    Ok(Moment::of(step))
}

/// The day on which a record was made, which its uid says.
fn born(uid: &str) -> Option<NaiveDate> {
    let (seconds, _) = uuid::Uuid::parse_str(uid).ok()?.get_timestamp()?.to_unix();
    Some(chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?.date_naive())
}
