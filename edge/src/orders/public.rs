//! What the public order adds: where to send the shopper, until when it can be
//! paid, and whom to ask (scalev-v3 §3.4). Nothing of it is about the shopper.

use serde::{Deserialize, Serialize};

use super::{Account, Placed};
use crate::address;
use crate::platform::{PublicAccount, PublicOrder};

/// Readings after which what was not said is no longer waited for.
const READINGS_MAX: u32 = 5;

/// What the public order said, all readings taken together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Public {
    /// Where the shopper is sent to pay; unchanged.
    pub redirect_url: Option<String>,
    /// Unix seconds until which it can be paid.
    pub expires_at: Option<i64>,
    /// The seller's accounts for a transfer by hand.
    pub accounts: Vec<Account>,
    /// The seller's WhatsApp number.
    pub seller_phone: Option<String>,
    /// How often it was asked for.
    pub readings: u32,
    /// The platform has no page where it is paid: ours is the one.
    pub is_ours: bool,
}

impl Public {
    /// Together with what the next reading said; `None` when it failed.
    #[must_use]
    pub fn read(self, order: Option<PublicOrder>) -> Self {
        let readings = self.readings.saturating_add(1);
        let Some(order) = order else { return Self { readings, ..self } };
        let accounts = accounts(&order);
        let may_be_asked = order.store.is_show_whatsapp != Some(false);
        Self {
            redirect_url: order.redirect_url.filter(|url| address::is_presentable(url)).or(self.redirect_url),
            expires_at: order.payment_expiration_at.or(self.expires_at),
            accounts: if accounts.is_empty() { self.accounts } else { accounts },
            seller_phone: order.handler_phone.filter(|_| may_be_asked).or(self.seller_phone),
            readings,
            is_ours: self.is_ours,
        }
    }

    /// Whether another reading may say more.
    pub fn is_wanting(&self) -> bool {
        let is_whole = if self.is_ours {
            !self.accounts.is_empty()
        } else {
            self.redirect_url.is_some() && self.expires_at.is_some()
        };
        !is_whole && self.readings < READINGS_MAX
    }
}

impl Placed {
    /// Where the shopper is sent to pay. Who reads public orders sends nobody
    /// to the older address: it is not for navigation any more (scalev-v3 §3.4).
    pub fn way_to_pay(&self) -> Option<&String> {
        match &self.public {
            Some(public) => public.redirect_url.as_ref(),
            None => self.payment_url.as_ref(),
        }
    }

    /// Whether our own page of the order is where it is paid.
    pub(super) fn is_paid_on_our_page(&self) -> bool {
        self.public.as_ref().is_some_and(|public| public.is_ours)
    }
}

/// The one that was chosen, else all of them.
fn accounts(order: &PublicOrder) -> Vec<Account> {
    if order.payment_method.as_deref() != Some("bank_transfer") {
        return Vec::new();
    }
    let all: Vec<Account> = order.store.payment_accounts.iter().filter_map(account).collect();
    let chosen = all.iter().find(|account| Some(&account.number) == order.payment_account_number.as_ref());
    chosen.cloned().map_or(all, |chosen| vec![chosen])
}

fn account(account: &PublicAccount) -> Option<Account> {
    Some(Account {
        bank: account.financial_entity.name.clone(),
        number: account.account_number.clone()?,
        holder: account.account_holder.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(json: &str) -> Option<PublicOrder> {
        serde_json::from_str(json).ok()
    }

    fn placed(public: Option<Public>) -> Placed {
        let json = r#"{"id":"1","payment_url":"https://old.example"}"#;
        Placed { public, ..Placed::new(serde_json::from_str(json).unwrap()).unwrap() }
    }

    #[test]
    fn the_shopper_is_sent_where_the_public_order_says_unchanged() {
        let url = "https://melati.example/o/x/next?a=1#b";
        let public = Public::default().read(order(&format!(r#"{{"redirect_url":"{url}"}}"#)));
        assert_eq!(placed(Some(public)).way_to_pay().map(String::as_str), Some(url));
        assert_eq!(placed(None).way_to_pay().map(String::as_str), Some("https://old.example"));
    }

    #[test]
    fn without_its_word_nobody_is_sent_to_the_older_address() {
        let unread = Public::default().read(None);
        assert_eq!(placed(Some(unread)).way_to_pay(), None);
        let hostile = Public::default().read(order(r#"{"redirect_url":"javascript:alert(1)"}"#));
        assert_eq!(placed(Some(hostile)).way_to_pay(), None);
    }

    #[test]
    fn readings_add_up_and_come_to_an_end() {
        let first = Public::default().read(order(r#"{"redirect_url":"https://x.example"}"#));
        assert!(first.is_wanting());
        let second = first.clone().read(order(r#"{"payment_expiration_at":"2026-11-23T04:05:00Z"}"#));
        assert_eq!(
            (second.redirect_url.as_deref(), second.expires_at),
            (Some("https://x.example"), Some(1_795_406_700))
        );
        assert!(!second.is_wanting());
        let failed = (0..READINGS_MAX).fold(first, |public, _| public.read(None));
        assert!(failed.redirect_url.is_some() && !failed.is_wanting());
    }

    #[test]
    fn accounts_are_for_transfers_by_hand() {
        let json = r#"{"payment_method":"bank_transfer","store":{"payment_accounts":[
            {"account_number":"1","financial_entity":{"name":"BCA"}},{"account_number":"2"},{"account_holder":"x"}]}}"#;
        assert_eq!(Public::default().read(order(json)).accounts.len(), 2);
        let chosen = json.replace("\"store\"", "\"payment_account_number\":\"2\",\"store\"");
        assert_eq!(Public::default().read(order(&chosen)).accounts[0].number, "2");
        assert_eq!(Public::default().read(order(&json.replace("bank_transfer", "qris"))).accounts, vec![]);
    }

    #[test]
    fn where_our_page_is_the_one_its_accounts_are_all_there_is_to_know() {
        let ours = Public { is_ours: true, ..Public::default() };
        let failed = ours.clone().read(None);
        assert!(failed.is_ours && failed.is_wanting());
        let json =
            r#"{"payment_method":"bank_transfer","store":{"payment_accounts":[{"account_number":"1"}]}}"#;
        assert!(!ours.read(order(json)).is_wanting());
    }

    #[test]
    fn a_seller_who_hides_the_number_is_not_asked() {
        let phone = |show: &str| {
            let json =
                format!(r#"{{"handler_phone":"6281200000099","store":{{"is_show_whatsapp":{show}}}}}"#);
            Public::default().read(order(&json)).seller_phone
        };
        assert_eq!(phone("false"), None);
        assert_eq!(phone("true").as_deref(), Some("6281200000099"));
        assert_eq!(phone("null").as_deref(), Some("6281200000099"));
    }
}
