//! Empties the functions that only panics need, and those that nothing leads to.
//!
//! In what ships, a panic ends the module and its sentence reaches nobody: a browser reports an `unreachable`
//! either way. But whatever may panic leads to what puts numbers and names into sentences, and whatever was in the
//! linker's table once stays there. The relocations say what leads where; a function that is empty is merged
//! with the others that are, and weighs nothing.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::{CodeSection, Module, RawSection};
use wasmparser::{
    DataSectionReader, ExternalKind, KnownCustom, Linking, Name, Parser, Payload, RelocSectionReader,
    RelocationType, SymbolInfo, TypeRef,
};

/// Parts of the names of functions that end in a panic.
const PANICS: [&str; 8] = [
    "panicking",
    "panic_",
    "slice_index_fail",
    "slice_error_fail",
    "assert_failed",
    "unwrap_failed",
    "capacity_overflow",
    "handle_error",
];
/// Exports that wasm-bindgen takes out again, since the widget waits for nothing inside of WebAssembly.
const TAKEN_OUT: [&str; 2] = ["__wbg_jspi_task_poll", "__wbindgen_jspi_set_rejected"];
/// The body of a function without locals that is not to be called.
const EMPTY: [u8; 3] = [0, UNREACHABLE, END];
const UNREACHABLE: u8 = 0x00;
const END: u8 = 0x0b;

/// The names of the functions that are to be emptied in what was made of `linked`, a module with its
/// relocations and names.
///
/// # Errors
/// When it is no such module.
pub(super) fn unheard(linked: &[u8]) -> Result<HashSet<String>> {
    let module = Linked::read(linked)?;
    let live = module.live();
    let all = || module.bodies.iter().enumerate().map(|(nth, _)| module.imported + nth);
    let kept: HashSet<&str> =
        all().filter(|function| live.contains(function)).map(|function| module.name(function)).collect();
    let names = all().map(|function| module.name(function));
    Ok(names.filter(|name| !name.is_empty() && !kept.contains(name)).map(str::to_owned).collect())
}

/// `module` without the code of the functions of these names.
///
/// # Errors
/// When it is no module.
pub(super) fn emptied(module: &[u8], names: &HashSet<String>) -> Result<Vec<u8>> {
    let read = Linked::read(module)?;
    let mut written = Module::new();
    let mut code = CodeSection::new();
    for (nth, body) in read.bodies.iter().enumerate() {
        let is_unheard = names.contains(read.name(read.imported + nth));
        code.raw(if is_unheard { &EMPTY } else { &module[body.clone()] });
    }
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if matches!(payload, Payload::CodeSectionStart { .. }) {
            written.section(&code);
        } else if let Some((id, range)) = payload.as_section() {
            written.section(&RawSection { id, data: &module[range] });
        }
    }
    Ok(written.finish())
}

/// Something that leads somewhere: a function, or data by its symbol.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Function(usize),
    Data(usize),
}

/// What a module says of itself.
#[derive(Default)]
struct Linked<'a> {
    module: &'a [u8],
    imported: usize,
    /// Of each function that is no import, where its body stands.
    bodies: Vec<Range<usize>>,
    exported: Vec<usize>,
    names: HashMap<usize, &'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    /// Where the data of each segment begins.
    segments: Vec<usize>,
    /// Where each section begins.
    sections: Vec<usize>,
    relocations: Vec<(Range<usize>, RelocationType, usize)>,
}

impl<'a> Linked<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut read = Self { module, ..Self::default() };
        for payload in Parser::new(0).parse_all(module) {
            read.take(payload?)?;
        }
        Ok(read)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        self.sections.extend(payload.as_section().map(|(_, range)| range.start));
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    self.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func && !TAKEN_OUT.contains(&export.name) {
                        self.exported.push(export.index as usize);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(data) => self.segments = starts(data)?,
            Payload::CustomSection(custom) => self.take_custom(custom.as_known())?,
            _ => {}
        }
        Ok(())
    }

    fn take_custom(&mut self, custom: KnownCustom<'a>) -> Result<()> {
        match custom {
            KnownCustom::Name(names) => {
                for names in names {
                    if let Name::Function(functions) = names? {
                        for naming in functions {
                            let naming = naming?;
                            self.names.insert(naming.index as usize, naming.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = subsection? {
                        self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                    }
                }
            }
            KnownCustom::Reloc(relocations) => self.take_relocations(&relocations)?,
            _ => {}
        }
        Ok(())
    }

    fn take_relocations(&mut self, of: &RelocSectionReader<'a>) -> Result<()> {
        let section = self.sections.get(of.section_index() as usize);
        let section = *section.context("relocations of a section that is not there")?;
        for relocation in of.entries() {
            let relocation = relocation?;
            let range = relocation.relocation_range();
            let place = section + range.start..section + range.end;
            self.relocations.push((place, relocation.ty, relocation.index as usize));
        }
        Ok(())
    }

    fn name(&self, function: usize) -> &'a str {
        self.names.get(&function).copied().unwrap_or_default()
    }

    /// Ends in a panic and comes back to nobody.
    fn panics(&self, function: usize) -> bool {
        let body = function.checked_sub(self.imported).and_then(|nth| self.bodies.get(nth));
        let code = body.map_or(&[][..], |body| &self.module[body.clone()]);
        code.ends_with(&[UNREACHABLE, END]) && PANICS.iter().any(|part| self.name(function).contains(part))
    }

    /// The functions that something leads to, without going through a panic.
    fn live(&self) -> HashSet<usize> {
        let mut leads: HashMap<Node, Vec<Node>> = HashMap::new();
        let mut open: Vec<Node> = self.exported.iter().copied().map(Node::Function).collect();
        for (place, kind, symbol) in &self.relocations {
            let Some(to) = self.target(*kind, *symbol) else { continue };
            let from = self.holders(place.start);
            if from.is_empty() {
                open.push(to);
            }
            for holder in from {
                leads.entry(holder).or_default().push(to);
            }
        }
        let mut seen: HashSet<Node> = HashSet::new();
        while let Some(node) = open.pop() {
            let ends = matches!(node, Node::Function(function) if self.panics(function));
            if !ends && seen.insert(node) {
                open.extend(leads.get(&node).into_iter().flatten());
            }
        }
        let functions = seen.into_iter().filter_map(|node| match node {
            Node::Function(function) => Some(function),
            Node::Data(_) => None,
        });
        functions.collect()
    }

    fn target(&self, kind: RelocationType, symbol: usize) -> Option<Node> {
        if kind == RelocationType::TypeIndexLeb {
            return None;
        }
        match self.symbols.get(symbol)? {
            SymbolInfo::Func { index, .. } => Some(Node::Function(*index as usize)),
            SymbolInfo::Data { symbol: Some(_), .. } => Some(Node::Data(symbol)),
            _ => None,
        }
    }

    /// What stands at a place of the module.
    fn holders(&self, place: usize) -> Vec<Node> {
        let nth = self.bodies.partition_point(|body| body.end <= place);
        if self.bodies.get(nth).is_some_and(|body| body.contains(&place)) {
            return vec![Node::Function(self.imported + nth)];
        }
        let holds = |symbol: &SymbolInfo| match symbol {
            SymbolInfo::Data { symbol: Some(data), .. } => {
                self.segments.get(data.index as usize).is_some_and(|segment| {
                    let start = segment + data.offset as usize;
                    (start..start + data.size as usize).contains(&place)
                })
            }
            _ => false,
        };
        let holders = self.symbols.iter().enumerate().filter(|(_, symbol)| holds(symbol));
        holders.map(|(nth, _)| Node::Data(nth)).collect()
    }
}

fn starts(data: DataSectionReader) -> Result<Vec<usize>> {
    data.into_iter()
        .map(|segment| segment.map(|it| it.range.end - it.data.len()))
        .collect::<Result<_, _>>()
        .map_err(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CustomSection, ExportKind, ExportSection, FunctionSection, LinkingSection, NameMap, NameSection,
        SymbolTable, TypeSection,
    };

    const NAMES: [&str; 5] = ["mount", "price", "core::panicking::panic_fmt", "digits", "nobody"];
    /// What each of them calls.
    const CALLS: [&[u8]; 5] = [&[1, 2], &[], &[3], &[], &[1]];
    const CALL: u8 = 0x10;

    fn body(function: usize) -> Vec<u8> {
        let calls = CALLS[function].iter().flat_map(|to| [CALL, 0x80 | to, 0x80, 0x80, 0x80, 0]);
        let end: &[u8] = if NAMES[function].contains("panicking") { &[UNREACHABLE, END] } else { &[END] };
        [0].into_iter().chain(calls).chain(end.iter().copied()).collect()
    }

    /// Where the number of a called function stands in the section, and which one it is.
    fn relocations() -> Vec<u8> {
        let (mut at, mut entries) = (1, Vec::new());
        for (function, calls) in CALLS.iter().enumerate() {
            for (nth, to) in calls.iter().enumerate() {
                let place = u8::try_from(at + 1 + 1 + 6 * nth + 1).unwrap();
                entries.push([RelocationType::FunctionIndexLeb as u8, place, *to]);
            }
            at += 1 + body(function).len();
        }
        // The code is the fourth section.
        [3, u8::try_from(entries.len()).unwrap()].into_iter().chain(entries.into_iter().flatten()).collect()
    }

    fn linked() -> Vec<u8> {
        let mut module = Module::new();
        let (mut types, mut functions, mut exports) =
            (TypeSection::new(), FunctionSection::new(), ExportSection::new());
        types.ty().function([], []);
        let (mut code, mut symbols, mut names) = (CodeSection::new(), SymbolTable::new(), NameMap::new());
        for (function, name) in (0..).zip(NAMES) {
            functions.function(0);
            code.raw(&body(function as usize));
            symbols.function(0, function, Some(name));
            names.append(function, name);
        }
        exports.export("mount", ExportKind::Func, 0);
        exports.export(TAKEN_OUT[0], ExportKind::Func, 4);
        let (mut linking, mut naming) = (LinkingSection::new(), NameSection::new());
        linking.symbol_table(&symbols);
        naming.functions(&names);
        module.section(&types).section(&functions).section(&exports).section(&code).section(&linking);
        module.section(&CustomSection { name: "reloc.CODE".into(), data: relocations().into() });
        module.section(&naming);
        module.finish()
    }

    #[test]
    fn only_what_a_panic_or_nobody_leads_to_is_unheard() {
        let unheard = unheard(&linked()).unwrap();
        let expected = ["core::panicking::panic_fmt", "digits", "nobody"].map(str::to_owned);
        assert_eq!(unheard, HashSet::from(expected));
    }

    #[test]
    fn what_is_unheard_is_emptied_and_the_rest_stays() {
        let module = linked();
        let emptied = emptied(&module, &unheard(&module).unwrap()).unwrap();
        let read = Linked::read(&emptied).unwrap();
        let bodies: Vec<&[u8]> = read.bodies.iter().map(|body| &emptied[body.clone()]).collect();
        assert_eq!(bodies, [&body(0)[..], &body(1), &EMPTY, &EMPTY, &EMPTY]);
    }
}
