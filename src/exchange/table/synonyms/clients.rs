//! What stands above the columns of lists of clients.
use super::super::headers::Target::{self, Extra, Field};
use super::{COMPANY, LINKS, SECTOR, SITE};
use crate::domain::kind::Kind::Account;

/// Headers of lists of clients.
pub(in crate::exchange::table) const OF_CLIENTS: &[(Target, &[&str])] = &[
    (Field(Account, "name"), COMPANY),
    (Field(Account, "name"), &["name", "nombre"]),
    (
        Field(Account, "aliases"),
        &["alias", "short name", "nombre corto", "nombre comercial", "trade name", "otros nombres"],
    ),
    (Field(Account, "sector"), SECTOR),
    (Field(Account, "site"), SITE),
    (Field(Account, "links"), LINKS),
    (
        Field(Account, "notes"),
        &["notes", "note", "comments", "remarks", "notas", "nota", "observaciones", "comentarios"],
    ),
    (
        Field(Account, "revenue"),
        &[
            "revenue",
            "annual revenue",
            "yearly revenue",
            "sales",
            "annual sales",
            "turnover",
            "ventas",
            "facturacion",
            "facturacion anual",
            "ingresos",
        ],
    ),
    (Field(Account, "margin"), &["contribution margin", "margen de contribucion"]),
    (Field(Account, "growth"), &["annual growth", "growth rate", "crecimiento anual", "tasa de crecimiento"]),
    (
        Field(Account, "retention"),
        &["retention rate", "retencion", "tasa de retencion", "probabilidad de permanencia"],
    ),
    (
        Field(Account, "size"),
        &["size", "company size", "client size", "tamano", "tamano de la empresa", "dimension"],
    ),
    (
        Field(Account, "potential"),
        &[
            "potential",
            "growth potential",
            "sales potential",
            "potencial",
            "potencial de crecimiento",
            "potencial de compra",
        ],
    ),
    (
        Field(Account, "reference"),
        &["reference", "reference value", "prestige", "referencia", "valor de referencia", "prestigio"],
    ),
    (
        Field(Account, "tier"),
        &[
            "tier",
            "account tier",
            "account type",
            "client type",
            "customer type",
            "tipo de cuenta",
            "tipo de cliente",
            "nivel",
        ],
    ),
    (Field(Account, "part_of"), &["parent", "parent account", "group", "grupo", "matriz", "empresa matriz"]),
    (
        Extra,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "correo",
            "correo electronico",
            "phone",
            "phone number",
            "telephone",
            "tel",
            "mobile",
            "telefono",
            "telefonos",
            "movil",
            "telefono movil",
            "fax",
            "contact",
            "contacto",
            "persona de contacto",
        ],
    ),
];
