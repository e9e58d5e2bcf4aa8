//! How an order is paid: to the seller's own accounts (platforms §2.3 Banks).

use serde::Deserialize;

use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{
    Incoming, Outgoing, PlatformError, PublicAccount, PublicBank, PublicOrder, PublicOrders, PublicStore,
    Said,
};

#[derive(Deserialize)]
struct BankRow {
    #[serde(default, deserialize_with = "lenient::text")]
    bank_name: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    holder_name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    account_number: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "lenient::text")]
    kind: Option<String>,
}

#[derive(Deserialize)]
struct ShopRow {
    #[serde(default, deserialize_with = "lenient::text")]
    phone: Option<String>,
}

/// Asks for the seller's accounts, where the seller says they are asked for.
pub(super) fn banks(ngorder: &Ngorder) -> Outgoing {
    get(ngorder, ngorder.banks_path.as_str(), &[])
}

/// The accounts that a transfer can go to: the platform's, else those that the
/// seller typed. `now` in Unix seconds.
pub(super) fn accounts(ngorder: &Ngorder, answer: &Incoming, now: i64) -> Said<Vec<PublicAccount>> {
    match (read_banks(answer, now), ngorder.accounts.all()) {
        (Ok(known), _) if !known.is_empty() => Ok(known),
        (unknown, []) => unknown,
        (_, typed) => Ok(typed.to_vec()),
    }
}

fn read_banks(answer: &Incoming, now: i64) -> Said<Vec<PublicAccount>> {
    let banks = error::rows::<BankRow>(answer, now)?.data.into_iter();
    let banks = banks.filter(|bank| bank.kind.as_deref().is_none_or(|kind| kind == "BANK"));
    let account = |bank: BankRow| PublicAccount {
        account_holder: bank.holder_name,
        account_number: bank.account_number,
        financial_entity: PublicBank { name: bank.bank_name },
    };
    Ok(banks.map(account).filter(|account| account.account_number.is_some()).collect())
}

/// The platform shows no order to its buyer: what our own page says instead is
/// where to transfer to, and whom to write to.
impl PublicOrders for Ngorder {
    fn is_paid_on_our_page(&self) -> bool {
        true
    }

    fn show_public(&self, _store_unique_id: &str, _secret_slug: Option<&str>) -> Vec<Outgoing> {
        vec![banks(self), get(self, "/shop", &[])]
    }

    /// Without the shop's number there are still its accounts.
    fn read_public(&self, answers: &[Incoming], now: i64) -> Said<PublicOrder> {
        let [banks, shop] = answers else { return Err(PlatformError::Malformed) };
        let payment_accounts = accounts(self, banks, now)?;
        let shop = error::read::<ShopRow>(shop, now).ok();
        Ok(PublicOrder {
            payment_method: Some("bank_transfer".to_owned()),
            handler_phone: shop.and_then(|shop| shop.phone).map(|phone| international(&phone)),
            store: PublicStore { payment_accounts, is_show_whatsapp: None },
            ..PublicOrder::default()
        })
    }
}

/// `0812…` as `62812…`.
fn international(phone: &str) -> String {
    phone.strip_prefix('0').map_or_else(|| phone.to_owned(), |rest| ["62", rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn a_transfer_goes_to_an_account_with_a_number() {
        let accounts = read_banks(&ok(fixture!("bank_accounts.response")), 0).unwrap();
        let names: Vec<_> = accounts.iter().map(|one| one.financial_entity.name.as_deref()).collect();
        assert_eq!(names, [Some("BCA"), Some("BNIS")]);
        let odd = r#"{"data":[{"bank_name":"X","account_number":"","type":"BANK"},
            {"bank_name":"Y","account_number":77,"type":"BANK"},
            {"bank_name":"Z","account_number":"1","type":"PAYMENT GATEWAY"}]}"#;
        let accounts = read_banks(&ok(odd), 0).unwrap();
        assert_eq!(
            accounts.iter().map(|one| one.account_number.as_deref()).collect::<Vec<_>>(),
            [Some("77")]
        );
    }

    #[test]
    fn the_page_says_where_to_pay_and_whom_to_write_to() {
        let answers = [ok(fixture!("bank_accounts.response")), ok(fixture!("shop_detail.response"))];
        let public = account().read_public(&answers, 0).unwrap();
        assert_eq!(public.handler_phone.as_deref(), Some("628123445566"));
        assert_eq!(public.store.payment_accounts.len(), 2);
        assert!(!format!("{public:?}").contains('@'));
        let without = [ok(fixture!("bank_accounts.response")), ok("<html>")];
        assert_eq!(account().read_public(&without, 0).unwrap().handler_phone, None);
        assert_eq!(account().show_public("ngorder_7", None).len(), 2);
    }

    #[test]
    fn typed_accounts_stand_in_for_those_that_cannot_be_asked_for() {
        let typed = Ngorder { accounts: "BSI 7112345678 Sari".parse().unwrap(), ..account() };
        let number = |answer: &Incoming| {
            let all = accounts(&typed, answer, 0).unwrap();
            all.into_iter().find_map(|account| account.account_number)
        };
        assert_eq!(number(&ok(fixture!("bank_accounts.response"))).as_deref(), Some("12345678"));
        for answer in [ok(r#"{"data":[]}"#), ok("<html>"), Incoming { status: 404, ..ok("{}") }] {
            assert_eq!(number(&answer).as_deref(), Some("7112345678"));
            assert_eq!(accounts(&account(), &answer, 0), read_banks(&answer, 0));
        }
    }

    /// The gateway's key lies beside its banks.
    #[test]
    fn no_gateways_key_is_read() {
        let public = read_banks(&ok(r#"{"data":[{"account_number":"1","xendit_key":"canary"}]}"#), 0);
        assert!(!format!("{public:?}").contains("canary"));
        assert_eq!(read_banks(&ok(fixture!("xendit_data.response")), 0), Err(PlatformError::Malformed));
    }
}
