//! The point of sale's variables.

use super::{BaseUrl, Reader, Secret};
use crate::webhook::HookTokens;

/// The point of sale.
#[derive(Clone, Debug)]
pub struct Till {
    /// `DEALPOS_HOOK_TOKEN`
    pub hooks: HookTokens,
    /// `DEALPOS_OUTLET`: whose prices count, by the outlet's name.
    pub outlet: Option<String>,
    /// Leave to ask it; without, the last event that came is believed.
    pub api: Option<TillApi>,
}

/// Where the point of sale can be asked.
#[derive(Clone, Debug)]
pub struct TillApi {
    /// `DEALPOS_BASE_URL`
    pub base: BaseUrl,
    /// `DEALPOS_CLIENT_ID`
    pub client_id: String,
    /// `DEALPOS_CLIENT_SECRET`
    pub client_secret: Secret,
}

const HOOK: &str = "DEALPOS_HOOK_TOKEN";
const OUTLET: &str = "DEALPOS_OUTLET";
const BASE_URL: &str = "DEALPOS_BASE_URL";
const CLIENT_ID: &str = "DEALPOS_CLIENT_ID";
const CLIENT_SECRET: &str = "DEALPOS_CLIENT_SECRET";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    pub(super) fn till(&mut self) -> Option<Till> {
        let hooks = self.optional(HOOK)?;
        Some(Till { hooks, outlet: self.text(OUTLET), api: self.till_api() })
    }

    fn till_api(&mut self) -> Option<TillApi> {
        self.text(BASE_URL)?;
        let base = self.required(BASE_URL);
        let client_id = self.required(CLIENT_ID);
        let client_secret = self.required(CLIENT_SECRET);
        Some(TillApi { base: base?, client_id: client_id?, client_secret: client_secret? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Complaint;

    const TOKEN: (&str, &str) = (HOOK, "b7Vq0xkT2mZp9sLr4wNcYe");
    const ASKED: [(&str, &str); 3] =
        [(BASE_URL, "https://toko.dealpos.net"), (CLIENT_ID, "toko"), (CLIENT_SECRET, "canary")];

    fn read(vars: &[(&str, &str)]) -> (Option<Till>, Vec<Complaint>) {
        let var = |name: &str| Some(vars.iter().find(|(key, _)| *key == name)?.1.to_owned());
        let mut reader = Reader { var, complaints: Vec::new() };
        (reader.till(), reader.complaints)
    }

    #[test]
    fn a_token_makes_a_till() {
        let (till, complaints) = read(&[TOKEN, (OUTLET, " Bandung ")]);
        let till = till.unwrap();
        assert_eq!((till.outlet.as_deref(), till.api.is_none(), complaints), (Some("Bandung"), true, vec![]));
        assert!(read(&ASKED).0.is_none() && read(&ASKED).1.is_empty());
        assert_eq!(read(&[(HOOK, "short")]).1, [Complaint::Invalid(HOOK)]);
    }

    #[test]
    fn a_till_is_asked_only_with_all_that_it_takes() {
        let all = [&[TOKEN], &ASKED[..]].concat();
        let (till, complaints) = read(&all);
        assert!(till.unwrap().api.is_some() && complaints.is_empty());
        for missing in [CLIENT_ID, CLIENT_SECRET] {
            let some: Vec<_> = all.iter().copied().filter(|(name, _)| *name != missing).collect();
            let (till, complaints) = read(&some);
            assert!(till.unwrap().api.is_none());
            assert_eq!(complaints, [Complaint::Missing(missing)]);
        }
        assert!(!format!("{:?}", read(&all)).contains("canary"));
    }
}
