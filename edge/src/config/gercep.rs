//! The other sales channel's variables.

use super::{BaseUrl, Reader, Secret};
use crate::webhook::HookTokens;

/// The other sales channel.
#[derive(Clone, Debug)]
pub struct Gercep {
    /// `GERCEP_HOOK_TOKEN`; without, it tells us nothing.
    pub hooks: Option<HookTokens>,
    /// `GERCEP_STORE_SLUG`: whose orders are ours.
    pub store: Option<String>,
    /// Leave to give it goods; without, it gets none.
    pub api: Option<GercepApi>,
}

/// Where the channel is given goods.
#[derive(Clone, Debug)]
pub struct GercepApi {
    /// `GERCEP_BASE_URL`
    pub base: BaseUrl,
    /// `GERCEP_API_KEY`
    pub key: Secret,
}

const HOOK: &str = "GERCEP_HOOK_TOKEN";
const STORE: &str = "GERCEP_STORE_SLUG";
const BASE_URL: &str = "GERCEP_BASE_URL";
const API_KEY: &str = "GERCEP_API_KEY";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    pub(super) fn gercep(&mut self) -> Option<Gercep> {
        let (hooks, api) = (self.optional(HOOK), self.gercep_api());
        let is_on = hooks.is_some() || api.is_some();
        is_on.then(|| Gercep { hooks, store: self.text(STORE), api })
    }

    fn gercep_api(&mut self) -> Option<GercepApi> {
        if self.text(BASE_URL).is_none() && self.text(API_KEY).is_none() {
            return None;
        }
        let (base, key) = (self.required(BASE_URL), self.required(API_KEY));
        Some(GercepApi { base: base?, key: key? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Complaint;

    const TOKEN: (&str, &str) = (HOOK, "b7Vq0xkT2mZp9sLr4wNcYe");
    const BASE: (&str, &str) = (BASE_URL, "https://gercep.click/api/partner");
    const KEY: (&str, &str) = (API_KEY, "canary");

    fn read(vars: &[(&str, &str)]) -> (Option<Gercep>, Vec<Complaint>) {
        let var = |name: &str| Some(vars.iter().find(|(key, _)| *key == name)?.1.to_owned());
        let mut reader = Reader { var, complaints: Vec::new() };
        (reader.gercep(), reader.complaints)
    }

    #[test]
    fn either_way_can_be_open_alone() {
        let open = |vars: &[(&str, &str)]| {
            let (gercep, complaints) = read(vars);
            assert_eq!(complaints, []);
            gercep.map(|gercep| (gercep.hooks.is_some(), gercep.api.is_some()))
        };
        assert_eq!(open(&[]), None);
        assert_eq!(open(&[(STORE, "toko")]), None);
        assert_eq!(open(&[TOKEN]), Some((true, false)));
        assert_eq!(open(&[BASE, KEY]), Some((false, true)));
        assert_eq!(open(&[TOKEN, BASE, KEY]), Some((true, true)));
        let (gercep, _) = read(&[TOKEN, BASE, KEY, (STORE, "toko-saya")]);
        assert_eq!(gercep.as_ref().and_then(|gercep| gercep.store.as_deref()), Some("toko-saya"));
        assert!(!format!("{gercep:?}").contains("canary"));
    }

    #[test]
    fn half_of_it_is_complained_about() {
        assert_eq!(read(&[BASE]).1, [Complaint::Missing(API_KEY)]);
        assert_eq!(read(&[KEY]).1, [Complaint::Missing(BASE_URL)]);
        assert_eq!(read(&[KEY, (BASE_URL, "http://gercep.click")]).1, [Complaint::Invalid(BASE_URL)]);
        assert_eq!(read(&[(HOOK, "short")]).1, [Complaint::Invalid(HOOK)]);
    }
}
