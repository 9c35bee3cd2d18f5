//! The exports of Salesforce: of reports, with labels in English or Spanish and the numbers and days of whoever made them, and of its
//! loader of records, with the names of its interface (`AccountId`, `Account.Name`).
mod people;

use self::people::{CONTACTS, LEADS, RAW_CONTACTS, RAW_LEADS};
use super::To::{AccountId, Amount, Currency, Day, Field, Id, Ignore, Note, Percent, Stage, Text};
use super::{Shape, column};
use crate::domain::kind::Kind;

pub(super) const SHAPES: &[Shape] =
    &[OPPORTUNITIES, RAW_OPPORTUNITIES, LEADS, RAW_LEADS, CONTACTS, RAW_CONTACTS, ACCOUNTS, RAW_ACCOUNTS];

const ACCOUNT: &[&str] = &["account name", "nombre de la cuenta", "nombre de cuenta"];
const ACCOUNT_ID: &[&str] = &["account id", "id de la cuenta", "id de cuenta"];

const OPPORTUNITIES: Shape = Shape {
    program: "Salesforce",
    rows: "opportunities",
    kind: Kind::Opportunity,
    telling: &[
        &["opportunity name", "nombre de la oportunidad", "nombre de oportunidad"],
        &["stage", "etapa"],
    ],
    columns: &[
        column(&["opportunity id", "id de la oportunidad", "id de oportunidad"], Id),
        column(&["opportunity name", "nombre de la oportunidad", "nombre de oportunidad"], Field("name")),
        column(ACCOUNT, Field("account")),
        column(ACCOUNT_ID, AccountId),
        column(&["stage", "etapa"], Stage(STAGES)),
        column(&["amount", "importe", "cantidad", "monto"], Amount("amount")),
        column(
            &[
                "amount currency",
                "opportunity currency",
                "moneda",
                "divisa",
                "importe divisa",
                "importe moneda",
            ],
            Currency,
        ),
        column(&["close date", "fecha de cierre"], Day("closes_on")),
        column(&["probability", "probabilidad"], Percent("probability")),
        column(&["next step", "siguiente paso", "paso siguiente", "proximo paso"], Field("next_step")),
        column(
            &["loss reason", "lost reason", "reason lost", "motivo de perdida", "razon de perdida"],
            Field("lost_reason"),
        ),
        column(&["description", "descripcion"], Text),
    ],
    notes: "notes",
    raw: false,
    loose: false,
    report: true,
};

const RAW_OPPORTUNITIES: Shape = Shape {
    telling: &[&["stagename"], &["name"]],
    columns: &[
        column(&["id"], Id),
        column(&["name"], Field("name")),
        column(&["account name"], Field("account")),
        column(&["accountid"], AccountId),
        column(&["stagename"], Stage(STAGES)),
        column(&["amount"], Amount("amount")),
        column(&["currencyisocode"], Currency),
        column(&["closedate"], Day("closes_on")),
        column(&["probability"], Percent("probability")),
        column(&["nextstep"], Field("next_step")),
        column(&["loss reason c", "lossreason c", "lost reason c"], Field("lost_reason")),
        column(&["description"], Text),
    ],
    raw: true,
    report: false,
    ..OPPORTUNITIES
};

/// The stages that it comes with.
const STAGES: &[(&str, &str)] = &[
    ("prospecting", "identified"),
    ("prospeccion", "identified"),
    ("qualification", "qualified"),
    ("calificacion", "qualified"),
    ("cualificacion", "qualified"),
    ("needs analysis", "qualified"),
    ("analisis de necesidades", "qualified"),
    ("value proposition", "qualified"),
    ("propuesta de valor", "qualified"),
    ("id. decision makers", "qualified"),
    ("identificar responsables de toma de decisiones", "qualified"),
    ("perception analysis", "proposal"),
    ("analisis de percepcion", "proposal"),
    ("proposal/price quote", "proposal"),
    ("propuesta/presupuesto", "proposal"),
    ("propuesta/cotizacion de precio", "proposal"),
    ("negotiation/review", "negotiation"),
    ("negociacion/revision", "negotiation"),
    ("closed won", "won"),
    ("cerrada ganada", "won"),
    ("ganada", "won"),
    ("closed lost", "lost"),
    ("cerrada perdida", "lost"),
    ("perdida", "lost"),
];

const ACCOUNTS: Shape = Shape {
    program: "Salesforce",
    rows: "accounts",
    kind: Kind::Account,
    telling: &[
        ACCOUNT,
        &[
            "account owner",
            "account id",
            "account number",
            "billing street",
            "billing city",
            "billing state province",
            "billing country",
            "parent account",
            "propietario de la cuenta",
            "id de la cuenta",
            "ciudad de facturacion",
            "calle de facturacion",
            "pais de facturacion",
            "cuenta principal",
        ],
    ],
    columns: &[
        column(ACCOUNT_ID, Id),
        column(ACCOUNT, Field("name")),
        column(&["parent account", "cuenta principal", "cuenta matriz"], Field("part_of")),
        column(&["industry", "sector", "industria"], Field("sector")),
        column(&["billing city", "ciudad de facturacion"], Field("site")),
        column(&["website", "sitio web", "pagina web"], Field("links")),
        column(
            &[
                "phone",
                "employees",
                "annual revenue",
                "account number",
                "telefono",
                "empleados",
                "ingresos anuales",
                "numero de cuenta",
            ],
            Note,
        ),
        column(&["description", "account description", "descripcion"], Text),
    ],
    notes: "notes",
    raw: false,
    loose: false,
    report: true,
};

const RAW_ACCOUNTS: Shape = Shape {
    telling: &[
        &["id"],
        &["name"],
        &["billingcity", "billingstreet", "billingcountry", "numberofemployees", "accountnumber", "parentid"],
    ],
    columns: &[
        column(&["id"], Id),
        column(&["name"], Field("name")),
        column(&["parent name"], Field("part_of")),
        column(&["industry"], Field("sector")),
        column(&["billingcity"], Field("site")),
        column(&["website"], Field("links")),
        column(&["phone", "numberofemployees", "annualrevenue", "accountnumber"], Note),
        column(&["description"], Text),
        column(&["isdeleted"], Ignore),
    ],
    raw: true,
    report: false,
    ..ACCOUNTS
};
