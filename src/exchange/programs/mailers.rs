//! The address books of Outlook and Google. Most of their columns mean what they mean in any list of contacts; the Spanish Outlook has half
//! of its heads in English and the others in words of its own.
use super::To::{Day, Emails, Field, Ignore, Spare};
use super::{Shape, column};
use crate::domain::kind::Kind;

pub(super) const SHAPES: &[Shape] = &[GOOGLE, OLD_GOOGLE, OUTLOOK];

const GOOGLE: Shape = Shape {
    program: "Google",
    rows: "contacts",
    kind: Kind::Person,
    telling: &[
        &["first name"],
        &["phonetic first name", "file as", "name prefix"],
        &["labels", "e mail value", "phone value", "organization name"],
    ],
    columns: &[
        column(&["birthday"], Day("birthday")),
        column(&["e mail value"], Emails),
        column(&["organization name"], Field("company")),
        column(
            &[
                "name prefix",
                "name suffix",
                "phonetic first name",
                "phonetic middle name",
                "phonetic last name",
                "file as",
                "labels",
                "photo",
            ],
            Ignore,
        ),
    ],
    notes: "personal",
    raw: true,
    loose: true,
    report: false,
};

const OLD_GOOGLE: Shape = Shape {
    telling: &[
        &["given name"],
        &["family name"],
        &["yomi name", "group membership", "e mail value", "phone value", "given name yomi"],
    ],
    columns: &[
        column(&["name"], Spare("name")),
        column(&["given name"], Field("first_name")),
        column(&["additional name"], Field("middle_name")),
        column(&["family name"], Field("last_name")),
        column(&["birthday"], Day("birthday")),
        column(&["e mail value"], Emails),
        column(&["organization name"], Field("company")),
        column(
            &[
                "yomi name",
                "given name yomi",
                "additional name yomi",
                "family name yomi",
                "name prefix",
                "name suffix",
                "initials",
                "short name",
                "gender",
                "location",
                "directory server",
                "mileage",
                "sensitivity",
                "priority",
                "subject",
                "photo",
                "group membership",
                "organization yomi name",
                "organization symbol",
            ],
            Ignore,
        ),
    ],
    ..GOOGLE
};

const OUTLOOK: Shape = Shape {
    program: "Outlook",
    rows: "contacts",
    kind: Kind::Person,
    telling: &[
        &["first name", "last name", "nombre", "apellidos"],
        &["e mail address", "direccion de correo electronico", "direccion del correo electronico"],
        &[
            "e mail display name",
            "e mail type",
            "business fax",
            "business street",
            "company main phone",
            "given yomi",
            "nombre de pantalla de correo electronico",
            "nombre de correo electronico para mostrar",
            "tipo de correo electronico",
            "calle del trabajo",
            "ciudad de trabajo",
            "telefono del trabajo",
            "numero de centralita de la organizacion",
        ],
    ],
    columns: &[
        column(&["title", "suffix", "tratamiento", "sufijo"], Ignore),
        column(&["first name", "nombre"], Field("first_name")),
        column(&["middle name", "segundo nombre"], Field("middle_name")),
        column(&["last name", "apellidos"], Field("last_name")),
        column(&["company", "organizacion", "compania"], Field("company")),
        column(&["job title", "puesto", "cargo"], Field("title")),
        column(
            &["e mail address", "direccion de correo electronico", "direccion del correo electronico"],
            Emails,
        ),
        column(
            &[
                "business phone",
                "mobile phone",
                "primary phone",
                "home phone",
                "other phone",
                "company main phone",
                "telefono del trabajo",
                "telefono movil",
                "telefono principal",
                "particular",
                "telefono particular",
                "otro telefono",
                "numero de centralita de la organizacion",
            ],
            Field("phones"),
        ),
        column(
            &["manager s name", "nombre del director", "nombre del jefe", "nombre del administrador"],
            Field("reports_to"),
        ),
        column(&["birthday", "cumpleanos"], Day("birthday")),
        column(
            &[
                "e mail type",
                "e mail display name",
                "tipo de correo electronico",
                "nombre de pantalla de correo electronico",
                "nombre de correo electronico para mostrar",
                "gender",
                "genero",
                "sensitivity",
                "confidencialidad",
                "priority",
                "prioridad",
                "private",
                "privado",
                "initials",
                "iniciales",
                "categories",
                "categorias",
                "internet free busy",
            ],
            Ignore,
        ),
    ],
    notes: "personal",
    raw: false,
    loose: true,
    report: false,
};
