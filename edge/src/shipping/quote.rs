//! An offer, signed: `v1.<claims>.<signature>`, both in base64url.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use shared::checkout::Shipment;
use shared::value::Rupiah;

use super::offer::known_provider;
use super::{Offer, QuoteSecrets, Subject};

/// Longest quote that is looked at, in bytes.
pub const QUOTE_MAX: usize = 2048;

const VERSION: &str = "v1";

/// What we sign: the offer and everything it depends on. One letter each, for
/// it travels with every option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// For what.
    #[serde(rename = "f")]
    pub subject: Subject,
    /// `warehouse_…`
    #[serde(rename = "w")]
    pub warehouse_unique_id: String,
    /// The service's number.
    #[serde(rename = "c")]
    pub courier_service_id: i64,
    /// The provider as the platform writes it, known to orders or not.
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// It can be paid in cash at the door.
    #[serde(rename = "d")]
    pub is_cod: bool,
    /// Rupiah.
    #[serde(rename = "k")]
    pub cost: Rupiah,
    /// Rupiah for insurance, where it can be had.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub insurance_cost: Option<Rupiah>,
    /// Sum of the lines when it was quoted, in rupiah.
    #[serde(rename = "t")]
    pub items_total: Rupiah,
    /// Unix seconds.
    #[serde(rename = "e")]
    pub expires_at: i64,
}

impl Claims {
    /// An offer for a parcel, until `expires_at` in Unix seconds.
    pub fn new(subject: &Subject, offer: &Offer, items_total: Rupiah, expires_at: i64) -> Self {
        Self {
            subject: subject.clone(),
            warehouse_unique_id: offer.warehouse_unique_id.clone(),
            courier_service_id: offer.courier_service_id,
            provider: offer.provider.clone(),
            is_cod: offer.is_cod,
            cost: offer.cost,
            insurance_cost: offer.insurance_cost,
            items_total,
            expires_at,
        }
    }

    /// As it travels.
    pub fn sign(&self, secrets: &QuoteSecrets) -> String {
        let json = serde_json::to_vec(self).unwrap_or_default();
        let signed = [VERSION, ".", &BASE64_URL_SAFE_NO_PAD.encode(json)].concat();
        let signature = BASE64_URL_SAFE_NO_PAD.encode(secrets.sign(&signed));
        [&signed, ".", &signature].concat()
    }

    /// Reads what we signed. `None` for anything else, to the last bit.
    pub fn open(quote: &str, secrets: &QuoteSecrets) -> Option<Self> {
        let (signed, signature) = quote.rsplit_once('.').filter(|_| quote.len() <= QUOTE_MAX)?;
        let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?;
        if !secrets.signed(signed, &signature) {
            return None;
        }
        parse(signed)
    }

    /// The shipment, as an order takes it, with what the shopper agreed to pay
    /// for insurance: that is not signed here.
    pub fn shipment(&self, insurance_cost: Option<Rupiah>) -> Shipment {
        Shipment {
            warehouse_unique_id: self.warehouse_unique_id.clone(),
            courier_service_id: self.courier_service_id,
            shipment_provider_code: known_provider(self.provider.as_deref()),
            shipping_cost: self.cost,
            insurance_cost,
        }
    }
}

fn parse(signed: &str) -> Option<Claims> {
    let claims = signed.strip_prefix(VERSION)?.strip_prefix('.')?;
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
}

/// The shipment that a quote names, whoever signed it: good for telling
/// requests apart, and for nothing else.
pub fn claimed(quote: &str, insurance_cost: Option<Rupiah>) -> Option<Shipment> {
    let (signed, _) = quote.rsplit_once('.').filter(|_| quote.len() <= QUOTE_MAX)?;
    parse(signed).map(|claims| claims.shipment(insurance_cost))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use shared::checkout::{Charges, Consignment, Line};
    use shared::v3::PaymentMethodCode;

    pub(crate) fn secrets(letter: char) -> QuoteSecrets {
        letter.to_string().repeat(32).parse().unwrap()
    }

    pub(crate) fn line(id: &str, quantity: i64) -> Line {
        Line { unique_id: id.into(), quantity: quantity.try_into().unwrap(), price: Rupiah::new(50_000) }
    }

    pub(crate) fn consignment() -> Consignment {
        let variants = vec![line("variant_1", 2), line("variant_2", 1)];
        let priced = variants.iter().map(|line| (line.price, line.quantity.get())).collect::<Vec<_>>();
        Consignment {
            store_unique_id: "store_1".into(),
            charges: Charges::of_goods(priced, []).unwrap(),
            variants,
            bundles: vec![line("bpo_1", 1)],
            payment_method: PaymentMethodCode::new("qris"),
            location_id: 6033,
            postal_code: "40132".parse().ok(),
        }
    }

    pub(crate) fn offer() -> Offer {
        Offer {
            warehouse_unique_id: "warehouse_1".into(),
            warehouse_name: "Gudang Jakarta".into(),
            courier_service_id: 27,
            courier_code: "jnt".into(),
            courier_name: "J&T Express".into(),
            service_name: "Reguler".into(),
            provider: Some("mengantar".into()),
            cost: Rupiah::new(19_000),
            insurance_cost: None,
            etd: Some("2-3".into()),
            is_cod: true,
        }
    }

    pub(crate) fn claims() -> Claims {
        let consignment = consignment();
        Claims::new(&Subject::of(&consignment), &offer(), consignment.items_total(), 1_000)
    }

    #[test]
    fn what_we_signed_is_read_back() {
        let quote = claims().sign(&secrets('a'));
        assert_eq!(Claims::open(&quote, &secrets('a')), Some(claims()));
        assert!(quote.starts_with("v1.") && quote.len() < 500, "{} {quote}", quote.len());
        assert_eq!(claimed(&quote, None), Some(claims().shipment(None)));
    }

    #[test]
    fn both_secrets_are_believed_and_the_first_signs() {
        let both: QuoteSecrets = [&"b".repeat(32), ",", &"a".repeat(32)].concat().parse().unwrap();
        let old = claims().sign(&secrets('a'));
        assert_eq!(Claims::open(&old, &both), Some(claims()));
        assert_eq!(claims().sign(&both), claims().sign(&secrets('b')));
        assert_eq!(Claims::open(&old, &secrets('b')), None);
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let quote = claims().sign(&secrets('a'));
        for (at, byte) in quote.bytes().enumerate() {
            for bit in 0..7 {
                let mut bytes = quote.clone().into_bytes();
                bytes[at] = byte ^ (1 << bit);
                let tampered = String::from_utf8(bytes).unwrap();
                assert_eq!(Claims::open(&tampered, &secrets('a')), None, "bit {bit} of byte {at}");
            }
        }
    }

    #[test]
    fn every_changed_member_is_noticed() {
        let quote = claims().sign(&secrets('a'));
        let signature = quote.rsplit_once('.').unwrap().1;
        let json = serde_json::to_value(claims()).unwrap();
        for member in json.as_object().unwrap().keys() {
            for value in [serde_json::json!(0), serde_json::json!("x"), serde_json::json!(false)] {
                let mut changed = json.clone();
                changed[member] = value;
                let payload = BASE64_URL_SAFE_NO_PAD.encode(changed.to_string());
                assert_eq!(
                    Claims::open(&format!("v1.{payload}.{signature}"), &secrets('a')),
                    None,
                    "{member}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_quote_is_none() {
        let quote = claims().sign(&secrets('a'));
        let long = format!("v1.{}.x", "A".repeat(QUOTE_MAX));
        for text in ["", ".", "v1", "v1.", "v1..", "v1.e30.", &quote[1..], &quote[..quote.len() - 1], &long] {
            assert_eq!(Claims::open(text, &secrets('a')), None, "{text}");
        }
        assert_eq!(Claims::open(&quote.replace("v1.", "v2."), &secrets('a')), None);
        assert_eq!(Claims::open(&format!("{quote}="), &secrets('a')), None);
        assert_eq!(Claims::open(&format!(" {quote}"), &secrets('a')), None);
    }

    proptest! {
        #[test]
        fn no_text_is_ours_by_chance(text in "(v1\\.)?[A-Za-z0-9_-]{0,80}\\.[A-Za-z0-9_-]{0,60}") {
            prop_assert_eq!(Claims::open(&text, &secrets('a')), None);
        }

        #[test]
        fn a_cut_or_grown_quote_is_noticed(at in 0..400_usize, letter in "[ -~]") {
            let quote = claims().sign(&secrets('a'));
            let at = at.min(quote.len() - 1);
            let grown = [&quote[..at], &letter, &quote[at..]].concat();
            prop_assert_eq!(Claims::open(&grown, &secrets('a')), None);
            let cut = [&quote[..at], &quote[at + 1..]].concat();
            prop_assert_eq!(Claims::open(&cut, &secrets('a')), None);
        }

        #[test]
        fn any_offer_is_read_back(id in any::<i64>(), cost in 0..100_000_000_i64, provider in proptest::option::of(".{0,40}"), is_cod: bool, expires_at in any::<i64>()) {
            let offer = Offer { courier_service_id: id, cost: Rupiah::new(cost), provider, is_cod, ..offer() };
            let claims = Claims::new(&Subject::of(&consignment()), &offer, Rupiah::ZERO, expires_at);
            let quote = claims.sign(&secrets('a'));
            prop_assert_eq!(Claims::open(&quote, &secrets('a')), Some(claims));
        }
    }
}
