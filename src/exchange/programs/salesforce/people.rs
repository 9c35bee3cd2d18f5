//! People of Salesforce: leads and contacts.
use super::super::To::{AccountId, Choice, Day, Emails, Field, Id, Ignore, NoteIf, Spare, Text};
use super::super::{Shape, column};
use super::{ACCOUNT, ACCOUNT_ID};
use crate::domain::kind::Kind;

pub(super) const LEADS: Shape = Shape {
    program: "Salesforce",
    rows: "leads",
    kind: Kind::Person,
    telling: &[
        &["last name", "apellidos", "apellido"],
        &["lead owner", "lead id", "company account", "propietario del candidato", "id de candidato"],
        &["company account", "company", "compania cuenta", "empresa cuenta", "compania", "empresa"],
    ],
    columns: &[
        column(&["lead id", "id de candidato"], Id),
        column(&["first name", "nombre"], Field("first_name")),
        column(&["middle name", "segundo nombre"], Field("middle_name")),
        column(&["last name", "apellidos", "apellido"], Field("last_name")),
        column(&["title", "job title", "puesto", "cargo", "titulo"], Field("title")),
        column(
            &["company account", "company", "compania cuenta", "empresa cuenta", "compania", "empresa"],
            Field("company"),
        ),
        column(&["email", "correo electronico", "correo"], Emails),
        column(&["phone", "mobile", "mobile phone", "telefono", "movil", "telefono movil"], Field("phones")),
        column(&["lead status", "estado del candidato", "estado de candidato"], Choice("tags", STATUSES)),
        column(&["industry", "sector", "industria"], Field("account.sector")),
        column(&["website", "sitio web", "pagina web"], Field("account.links")),
        column(&["do not call", "no llamar"], Field("do_not_contact")),
        column(&["email opt out", "no participacion por correo electronico"], NoteIf),
        column(&["description", "descripcion"], Text),
    ],
    notes: "personal",
    raw: false,
    loose: false,
    report: true,
};

pub(super) const RAW_LEADS: Shape = Shape {
    telling: &[&["lastname"], &["company"], &["status", "isconverted", "leadsource"]],
    columns: &[
        column(&["id"], Id),
        column(&["firstname"], Field("first_name")),
        column(&["middlename"], Field("middle_name")),
        column(&["lastname"], Field("last_name")),
        column(&["title"], Field("title")),
        column(&["company"], Field("company")),
        column(&["email"], Emails),
        column(&["phone", "mobilephone"], Field("phones")),
        column(&["status"], Choice("tags", STATUSES)),
        column(&["industry"], Field("account.sector")),
        column(&["website"], Field("account.links")),
        column(&["donotcall"], Field("do_not_contact")),
        column(&["hasoptedoutofemail"], NoteIf),
        column(&["description"], Text),
    ],
    raw: true,
    report: false,
    ..LEADS
};

/// Whoever is still a lead can be found by that.
const STATUSES: &[(&str, &str)] = &[
    ("new", "lead"),
    ("nuevo", "lead"),
    ("open - not contacted", "lead"),
    ("abierto - no contactado", "lead"),
    ("working - contacted", "lead"),
    ("working", "lead"),
    ("en curso - contactado", "lead"),
    ("contacted", "lead"),
    ("contactado", "lead"),
    ("nurturing", "lead"),
    ("qualified", "lead"),
    ("calificado", "lead"),
];

pub(super) const CONTACTS: Shape = Shape {
    program: "Salesforce",
    rows: "contacts",
    kind: Kind::Person,
    telling: &[
        &["last name", "apellidos", "apellido"],
        ACCOUNT,
        &[
            "contact owner",
            "account owner",
            "contact id",
            "account id",
            "mailing street",
            "mailing city",
            "mailing state province",
            "mailing country",
            "reports to",
            "propietario del contacto",
            "propietario de la cuenta",
            "id de contacto",
            "id de la cuenta",
            "ciudad de correspondencia",
            "calle de correspondencia",
        ],
    ],
    columns: &[
        column(&["contact id", "id de contacto"], Id),
        column(&["first name", "nombre"], Field("first_name")),
        column(&["middle name", "segundo nombre"], Field("middle_name")),
        column(&["last name", "apellidos", "apellido"], Field("last_name")),
        column(&["title", "job title", "puesto", "cargo", "titulo"], Field("title")),
        column(&["department", "departamento"], Field("unit")),
        column(ACCOUNT, Field("company")),
        column(ACCOUNT_ID, AccountId),
        column(&["email", "correo electronico", "correo"], Emails),
        column(
            &[
                "phone",
                "mobile",
                "mobile phone",
                "other phone",
                "home phone",
                "telefono",
                "movil",
                "telefono movil",
                "otro telefono",
                "telefono particular",
            ],
            Field("phones"),
        ),
        column(&["reports to", "responde a", "depende de"], Field("reports_to")),
        column(&["birthdate", "fecha de nacimiento"], Day("birthday")),
        column(&["do not call", "no llamar"], Field("do_not_contact")),
        column(&["email opt out", "no participacion por correo electronico"], NoteIf),
        column(&["description", "descripcion", "contact description"], Text),
    ],
    notes: "personal",
    raw: false,
    loose: false,
    report: true,
};

pub(super) const RAW_CONTACTS: Shape = Shape {
    telling: &[
        &["lastname", "name"],
        &["accountid", "account name"],
        &["firstname", "email", "mobilephone", "reportstoid", "mailingcity"],
    ],
    columns: &[
        column(&["id"], Id),
        column(&["firstname"], Field("first_name")),
        column(&["middlename"], Field("middle_name")),
        column(&["lastname"], Field("last_name")),
        column(&["name"], Spare("name")),
        column(&["title"], Field("title")),
        column(&["department"], Field("unit")),
        column(&["account name"], Field("company")),
        column(&["accountid"], AccountId),
        column(&["email"], Emails),
        column(&["phone", "mobilephone", "otherphone", "homephone"], Field("phones")),
        column(&["reportsto name"], Field("reports_to")),
        column(&["birthdate"], Day("birthday")),
        column(&["donotcall"], Field("do_not_contact")),
        column(&["hasoptedoutofemail"], NoteIf),
        column(&["description"], Text),
        column(&["salutation", "isdeleted"], Ignore),
    ],
    raw: true,
    report: false,
    ..CONTACTS
};
