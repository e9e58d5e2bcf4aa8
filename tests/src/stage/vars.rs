//! The Worker's variables: the sandbox's values, unless the seller set their own.

use std::collections::BTreeMap;
use std::{env, fs};

use serde::Serialize;

use super::paths;

/// Every variable the Worker reads, as `edge` documents them.
const NAMES: [&str; 32] = [
    "ALLOWED_ORIGINS",
    "CATALOGUE_FRESH_SECONDS",
    "DEALPOS_BASE_URL",
    "DEALPOS_CLIENT_ID",
    "DEALPOS_CLIENT_SECRET",
    "DEALPOS_HOOK_TOKEN",
    "DEALPOS_OUTLET",
    "GERCEP_API_KEY",
    "GERCEP_BASE_URL",
    "GERCEP_HOOK_TOKEN",
    "GERCEP_STORE_SLUG",
    "NGORDER_ACCOUNTS",
    "NGORDER_API_KEY",
    "NGORDER_BANKS_PATH",
    "NGORDER_BASE_URL",
    "NGORDER_BREAKER_CALLS",
    "NGORDER_ORDER_SOURCE",
    "NGORDER_PAY_DAYS",
    "NGORDER_PICK_UP",
    "NGORDER_RATE_LIMITS",
    "NGORDER_UNIQUE_CODE",
    "QUOTE_SECONDS",
    "QUOTE_SECRET",
    "SCALEV_API_KEY",
    "SCALEV_BASE_URL",
    "SCALEV_BREAKER_CALLS",
    "SCALEV_RATE_LIMITS",
    "SCALEV_STOREFRONT_KEY",
    "SCALEV_WEBHOOK_SECRET",
    "SELLER_WEBHOOK_RESEND_SECONDS",
    "SELLER_WEBHOOK_SECRET",
    "SELLER_WEBHOOK_URL",
];

/// Signs shipping quotes on this machine, where nobody has to be kept from forging them.
pub(super) const QUOTE_SECRET: &str = "the-stage-signs-its-quotes-with-this";

/// Variables by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Vars(BTreeMap<String, String>);

impl Vars {
    /// The variables set in this process's environment.
    pub fn of_environment() -> Self {
        NAMES.into_iter().filter_map(|name| Some((name, env::var(name).ok()?))).collect()
    }

    /// The variables of `edge/.dev.vars`, none when there is no such file.
    pub fn of_dev_vars() -> Self {
        let path = paths::root().join("edge/.dev.vars");
        fs::read_to_string(path).map_or_else(|_| Self::default(), |text| Self::parse(&text))
    }

    /// These, with `other` taking precedence.
    #[must_use]
    pub fn overridden_by(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// One variable's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The names in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Reads lines of `NAME=value`, the value bare or in quotes; `#` begins a comment line.
    fn parse(text: &str) -> Self {
        text.lines().filter_map(variable).collect()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Vars {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

fn variable(line: &str) -> Option<(&str, String)> {
    let (name, value) = line.trim().trim_start_matches("export ").split_once('=')?;
    let name = name.trim();
    (!name.starts_with('#')).then(|| (name, unquoted(value.trim())))
}

fn unquoted(value: &str) -> String {
    let mut characters = value.chars();
    match (characters.next(), characters.next_back()) {
        (Some(open @ ('\'' | '"' | '`')), Some(close)) if open == close => characters.as_str().to_owned(),
        _ => value.split(" #").next().unwrap_or_default().trim_end().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_sandbox() {
        let sandbox = Vars::from_iter([("A", "sandbox"), ("B", "sandbox"), ("C", "sandbox")]);
        let file = Vars::from_iter([("B", "file"), ("C", "file")]);
        let environment = Vars::from_iter([("C", "environment")]);
        let vars = sandbox.overridden_by(file).overridden_by(environment);
        assert_eq!(vars, Vars::from_iter([("A", "sandbox"), ("B", "file"), ("C", "environment")]));
    }

    #[test]
    fn dev_vars_are_read_bare_and_quoted() {
        let vars = Vars::parse(
            "# my shop\nSCALEV_API_KEY = \"sk_ab=c\"\nexport QUOTE_SECRET='a # b'\nALLOWED_ORIGINS=https://a.id # mine\n\n",
        );
        assert_eq!(
            vars,
            Vars::from_iter([
                ("SCALEV_API_KEY", "sk_ab=c"),
                ("QUOTE_SECRET", "a # b"),
                ("ALLOWED_ORIGINS", "https://a.id"),
            ])
        );
    }
}
