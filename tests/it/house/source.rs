//! The sources as the laws of the house see them: files, the paths they name, their functions, texts and attributes.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Something at a line of a file.
pub type At<T> = (usize, T);

/// One file of `src`.
#[derive(Default)]
pub struct Source {
    /// Its path from `src` on, without the extension: `["store", "act", "log"]`.
    pub module: Vec<String>,
    /// How many lines it has outside of its tests.
    pub lines: usize,
    /// Every path that is named, whole: `["crate", "store", "Store"]`, `["std", "fs"]`; those that begin with `self` or
    /// `super` are written out.
    pub paths: Vec<At<Vec<String>>>,
    /// Those that are used and made public with it.
    pub republished: Vec<At<Vec<String>>>,
    /// Name and length of every function outside of tests, in lines.
    pub functions: Vec<At<(String, usize)>>,
    /// Every text outside of tests and attributes.
    pub texts: Vec<At<String>>,
    /// The name of every attribute.
    pub attributes: Vec<At<String>>,
}

impl Source {
    /// The room it is in: the first folder, or the file itself.
    pub fn room(&self) -> &str {
        &self.module[0]
    }

    /// As messages name a place of it.
    pub fn place(&self, line: usize) -> String {
        format!("src/{}.rs:{line}", self.module.join("/"))
    }
}

/// All files of `src`, but the crate's own root, which only names the rooms.
pub fn sources() -> &'static [Source] {
    static ALL: OnceLock<Vec<Source>> = OnceLock::new();
    ALL.get_or_init(read_all)
}

fn read_all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    files
        .iter()
        .map(|file| {
            let module = file.strip_prefix(&root).unwrap().with_extension("");
            let module = module.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            read(module, &fs::read_to_string(file).unwrap())
        })
        .filter(|source| source.module != ["lib"])
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// Reads one file.
pub fn read(module: Vec<String>, text: &str) -> Source {
    let file = syn::parse_file(text).unwrap_or_else(|e| panic!("{}: {e}", module.join("/")));
    let of_tests = module.last().is_some_and(|name| name == "tests");
    let inside = module.clone();
    let source = Source { module, lines: text.lines().count(), ..Source::default() };
    let mut reader = Reader { source, inside, tests: usize::from(of_tests) };
    reader.visit_file(&file);
    if of_tests {
        reader.source.lines = 0;
    }
    reader.source
}

struct Reader {
    source: Source,
    /// The module that the visit is in.
    inside: Vec<String>,
    /// How many modules of tests the visit is in.
    tests: usize,
}

impl Reader {
    /// Writes out what a path begins with.
    fn whole(&self, segments: &[String]) -> Vec<String> {
        let mut at = self.inside.clone();
        let mut rest = segments;
        match segments.first().map(String::as_str) {
            Some("self") => rest = &segments[1..],
            Some("super") => {
                while rest.first().is_some_and(|s| s == "super") {
                    at.pop();
                    rest = &rest[1..];
                }
            }
            _ => return segments.to_vec(),
        }
        std::iter::once("crate".to_owned()).chain(at).chain(rest.iter().cloned()).collect()
    }

    fn name(&mut self, line: usize, segments: &[String], public: bool) {
        let whole = self.whole(segments);
        if public {
            self.source.republished.push((line, whole.clone()));
        }
        self.source.paths.push((line, whole));
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String], public: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident), public),
            syn::UseTree::Name(name) => self.name(name.span().start().line, &with(&name.ident), public),
            syn::UseTree::Rename(name) => self.name(name.span().start().line, &with(&name.ident), public),
            syn::UseTree::Glob(glob) => self.name(glob.span().start().line, before, public),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(tree, before, public);
                }
            }
        }
    }

    fn function(&mut self, name: &syn::Ident, whole: proc_macro2::Span) {
        let (first, last) = (name.span().start().line, whole.end().line);
        if self.tests == 0 {
            self.source.functions.push((first, (name.to_string(), last - first + 1)));
        }
    }

    fn text(&mut self, line: usize, text: String) {
        if self.tests == 0 {
            self.source.texts.push((line, text));
        }
    }

    /// Paths and texts inside a macro, which has no syntax of its own.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut hash) = (0, false);
        for token in tokens {
            let line = token.span().start().line;
            let of_attribute = std::mem::replace(&mut hash, false);
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => hash = true,
                TokenTree::Punct(punct) if punct.as_char() == '!' && of_attribute => hash = true,
                // An attribute, also a document: its texts are not the program's.
                TokenTree::Group(group) if of_attribute => {
                    let name = group.stream().into_iter().next().map(|t| t.to_string()).unwrap_or_default();
                    self.source.attributes.push((line, name));
                }
                TokenTree::Ident(ident) if colons == 2 => path.push(ident.to_string()),
                TokenTree::Ident(ident) => {
                    self.end(line, &mut path);
                    path.push(ident.to_string());
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Literal(literal) => {
                    if let Ok(syn::Lit::Str(text)) = syn::parse_str::<syn::Lit>(&literal.to_string()) {
                        self.text(line, text.value());
                    }
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) => {}
            }
            if !matches!(token, TokenTree::Ident(_)) {
                self.end(line, &mut path);
            }
            colons = 0;
        }
        self.end(0, &mut path);
    }

    fn end(&mut self, line: usize, path: &mut Vec<String>) {
        if path.len() > 1 {
            self.name(line, path, false);
        }
        path.clear();
    }
}

fn is_of_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|a| {
        a.path().is_ident("test")
            || (a.path().is_ident("cfg")
                && a.meta.require_list().is_ok_and(|l| l.tokens.to_string() == "test"))
    })
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let line = attribute.span().start().line;
        let name = |path: &syn::Path| path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
        self.source.attributes.push((line, name(attribute.path())));
        if let syn::Meta::List(list) = &attribute.meta
            && list.path.is_ident("cfg_attr")
        {
            for token in list.tokens.clone() {
                self.source.attributes.push((line, token.to_string()));
            }
        }
        // Its texts are documents and reasons.
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let tests = is_of_tests(&module.attrs);
        if tests && module.content.is_some() {
            let (first, last) = (module.span().start().line, module.span().end().line);
            self.source.lines = self.source.lines.saturating_sub(last - first + 1);
        }
        self.tests += usize::from(tests);
        self.inside.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.inside.pop();
        self.tests -= usize::from(tests);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[], !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.name(path.span().start().line, &segments, false);
        visit::visit_path(self, path);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let tests = is_of_tests(&item.attrs);
        self.tests += usize::from(tests);
        self.function(&item.sig.ident, item.span());
        visit::visit_item_fn(self, item);
        self.tests -= usize::from(tests);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig.ident, item.span());
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.function(&item.sig.ident, item.span());
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.text(text.span().start().line, text.value());
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.visit_path(&item.path);
        self.tokens(item.tokens.clone());
    }
}
