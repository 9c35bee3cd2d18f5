//! What ends a command before it is done, and the exit code it ends with.
use crate::domain::explain::Explain;
use crate::store::fault::Fault;

/// Exit codes; 0 is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// It could not be done, or only a part of it.
    Failed = 1,
    /// What was typed is not understood.
    Usage = 2,
    /// A name or number fits nothing, or several things.
    NotFound = 3,
    /// The file is locked, damaged, foreign or newer than the program.
    File = 4,
}

/// Why a command ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// With which exit code.
    pub code: Code,
    /// What is said; `None` if everything has been said.
    pub what: Option<Explain>,
    /// The flag it is about, if it is about one.
    pub flag: Option<String>,
}

impl Failure {
    /// A failure with its message.
    pub const fn new(code: Code, what: Explain) -> Self {
        Self { code, what: Some(what), flag: None }
    }

    /// An exit code after everything has been said.
    pub const fn said(code: Code) -> Self {
        Self { code, what: None, flag: None }
    }

    /// Whether it says that nothing fits what was typed.
    pub fn is_nothing(&self) -> bool {
        let key = self.what.as_ref().map_or("", |e| e.key.as_str());
        ["cli-not-found", "name-unknown"].contains(&key)
    }

    /// The same, about a flag.
    #[must_use]
    pub fn of_flag(mut self, flag: &str) -> Self {
        self.flag = Some(format!("--{flag}"));
        self
    }
}

/// The exit code of a refusal follows from what it is about.
fn code_of(explain: &Explain) -> Code {
    let key = explain.key.as_str();
    if key.starts_with("name-") || key == "cli-not-found" || key == "cli-ambiguous" {
        Code::NotFound
    } else if ["value-", "field-", "cli-kpi-", "import-map-", "import-kind-"]
        .iter()
        .any(|k| key.starts_with(k))
    {
        Code::Usage
    } else {
        Code::Failed
    }
}

impl From<Explain> for Failure {
    fn from(mut explain: Explain) -> Self {
        // On the shell there is a flag for that.
        if explain.key == "export-exists" {
            "out-exists".clone_into(&mut explain.key);
        }
        Self::new(code_of(&explain), explain)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        let code = match &fault {
            Fault::Missing { .. } => Code::NotFound,
            Fault::Refused(explain) => code_of(explain),
            fault if fault.is_of_the_file() => Code::File,
            _ => Code::Failed,
        };
        Self::new(code, fault.explain())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Fault::from(error).into()
    }
}
