//! The exports of `HubSpot`: contacts, companies and deals, with their heads in English or Spanish. Numbers have points and days are years
//! first in both.
use super::To::{
    AccountId, Amount, Buying, Choice, Currency, Day, Emails, Field, First, Id, Note, Percent, Share, Spare,
    Stage, Text,
};
use super::{Shape, column};
use crate::domain::kind::Kind;

pub(super) const SHAPES: &[Shape] = &[DEALS, CONTACTS, COMPANIES];

const ID: &[&str] = &[
    "record id",
    "id de registro",
    "id del registro",
    "contact id",
    "company id",
    "deal id",
    "id del contacto",
    "id de la empresa",
    "id del negocio",
];

const COMPANY: &[&str] = &[
    "associated company",
    "associated company primary",
    "primary associated company",
    "primary company",
    "empresa asociada",
    "empresa asociada principal",
    "empresa principal",
];

const COMPANY_ID: &[&str] = &[
    "associated company ids primary",
    "associated company ids",
    "associated company id",
    "primary associated company id",
    "id de empresa asociada",
    "id de la empresa asociada",
    "id de las empresas asociadas",
];

/// Places in the buying centre that are roles of ours.
pub(super) const ROLES: &[(&str, &str)] = &[
    ("decision maker", "decider"),
    ("responsable de la toma de decisiones", "decider"),
    ("decisor", "decider"),
    ("budget holder", "buyer"),
    ("responsable del presupuesto", "buyer"),
    ("executive sponsor", "influencer"),
    ("patrocinador ejecutivo", "influencer"),
    ("influencer", "influencer"),
    ("influenciador", "influencer"),
    ("influyente", "influencer"),
    ("end user", "user"),
    ("usuario final", "user"),
    ("legal & compliance", "gatekeeper"),
    ("legal y cumplimiento", "gatekeeper"),
];

const CONTACTS: Shape = Shape {
    program: "HubSpot",
    rows: "contacts",
    kind: Kind::Person,
    telling: &[
        ID,
        &["first name", "last name", "email", "nombre", "apellidos", "correo", "correo electronico"],
        &[
            "contact owner",
            "lead status",
            "marketing contact status",
            "lifecycle stage",
            "associated company",
            "propietario del contacto",
            "estado del lead",
            "etapa del ciclo de vida",
            "estado de contacto de marketing",
            "empresa asociada",
        ],
    ],
    columns: &[
        column(ID, Id),
        column(&["first name", "nombre"], Field("first_name")),
        column(&["last name", "apellidos", "apellido"], Field("last_name")),
        column(&["email", "work email", "correo", "correo electronico", "correo de trabajo"], Emails),
        column(
            &[
                "additional email addresses",
                "additional emails",
                "direcciones de correo adicionales",
                "direcciones de correo electronico adicionales",
            ],
            Emails,
        ),
        column(
            &[
                "phone number",
                "mobile phone number",
                "phone",
                "mobile phone",
                "whatsapp phone number",
                "numero de telefono",
                "numero de telefono movil",
                "telefono",
                "telefono movil",
                "numero de movil",
                "numero de telefono de whatsapp",
            ],
            Field("phones"),
        ),
        column(COMPANY, First("company")),
        column(&["company name", "nombre de la empresa"], Spare("company")),
        column(COMPANY_ID, AccountId),
        column(&["job title", "cargo", "puesto", "puesto de trabajo"], Field("title")),
        column(&["buying role", "rol de compra", "funcion de compra"], Buying),
        column(&["preferred language", "idioma preferido"], Field("language")),
        column(&["date of birth", "fecha de nacimiento"], Day("birthday")),
        column(&["lead status", "estado del lead", "estado de lead"], Choice("tags", LEADS)),
        column(&["contact notes", "notas del contacto"], Text),
    ],
    notes: "personal",
    raw: true,
    loose: false,
    report: false,
};

/// What is worth finding people by, of how far a lead has come.
const LEADS: &[(&str, &str)] = &[
    ("new", "lead"),
    ("nuevo", "lead"),
    ("open", "lead"),
    ("abierto", "lead"),
    ("in progress", "lead"),
    ("in_progress", "lead"),
    ("en curso", "lead"),
    ("attempted to contact", "lead"),
    ("attempted_to_contact", "lead"),
    ("intento de contacto", "lead"),
    ("connected", "lead"),
    ("conectado", "lead"),
    ("bad timing", "lead"),
    ("bad_timing", "lead"),
    ("mal momento", "lead"),
];

const COMPANIES: Shape = Shape {
    program: "HubSpot",
    rows: "companies",
    kind: Kind::Account,
    telling: &[
        ID,
        &["company name", "name", "nombre de la empresa", "nombre"],
        &[
            "company owner",
            "company domain name",
            "propietario de la empresa",
            "nombre de dominio de la empresa",
            "nombre del dominio de la empresa",
        ],
    ],
    columns: &[
        column(ID, Id),
        column(&["company name", "name", "nombre de la empresa", "nombre"], Field("name")),
        column(&["industry", "sector", "industria"], Field("sector")),
        column(&["city", "ciudad"], Field("site")),
        column(&["website url", "url del sitio web", "url de sitio web"], Field("links")),
        column(
            &["company domain name", "nombre de dominio de la empresa", "nombre del dominio de la empresa"],
            Spare("links"),
        ),
        column(
            &["parent company", "associated parent company", "empresa matriz", "empresa principal"],
            First("part_of"),
        ),
        column(
            &[
                "phone number",
                "number of employees",
                "annual revenue",
                "numero de telefono",
                "numero de empleados",
                "ingresos anuales",
            ],
            Note,
        ),
        column(&["description", "about us", "descripcion", "sobre nosotros"], Text),
    ],
    notes: "notes",
    raw: true,
    loose: false,
    report: false,
};

const DEALS: Shape = Shape {
    program: "HubSpot",
    rows: "deals",
    kind: Kind::Opportunity,
    telling: &[ID, &["deal name", "nombre del negocio"], &["deal stage", "etapa del negocio"]],
    columns: &[
        column(ID, Id),
        column(&["deal name", "nombre del negocio"], Field("name")),
        column(&["deal stage", "etapa del negocio"], Stage(STAGES)),
        column(COMPANY, First("account")),
        column(&["company name", "nombre de la empresa"], Spare("account")),
        column(COMPANY_ID, AccountId),
        column(&["amount", "valor", "importe", "cantidad", "monto"], Amount("amount")),
        column(&["currency", "deal currency code", "moneda", "divisa"], Currency),
        column(&["close date", "fecha de cierre"], Day("closes_on")),
        column(
            &[
                "deal probability",
                "forecast probability",
                "probabilidad del negocio",
                "probabilidad de cierre",
            ],
            Share("probability"),
        ),
        column(&["probability", "probabilidad"], Percent("probability")),
        column(&["next step", "siguiente paso", "proximo paso"], Field("next_step")),
        column(
            &["closed lost reason", "motivo de cierre perdido", "motivo del cierre perdido"],
            Field("lost_reason"),
        ),
        column(&["deal description", "descripcion del negocio"], Text),
    ],
    notes: "notes",
    raw: true,
    loose: false,
    report: false,
};

/// The stages of its first pipeline, by what the screen shows and by what files hold.
const STAGES: &[(&str, &str)] = &[
    ("appointment scheduled", "identified"),
    ("appointmentscheduled", "identified"),
    ("cita programada", "identified"),
    ("qualified to buy", "qualified"),
    ("qualifiedtobuy", "qualified"),
    ("calificado para comprar", "qualified"),
    ("presentation scheduled", "proposal"),
    ("presentationscheduled", "proposal"),
    ("presentacion programada", "proposal"),
    ("decision maker bought-in", "negotiation"),
    ("decisionmakerboughtin", "negotiation"),
    ("decisor comprometido", "negotiation"),
    ("contract sent", "verbal"),
    ("contractsent", "verbal"),
    ("contrato enviado", "verbal"),
    ("closed won", "won"),
    ("closedwon", "won"),
    ("cierre ganado", "won"),
    ("closed lost", "lost"),
    ("closedlost", "lost"),
    ("cierre perdido", "lost"),
];
