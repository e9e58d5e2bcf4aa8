//! What the page says. A field per sentence and a constant per language, so
//! that a missing sentence does not compile.

mod en;

mod id;

use shared::wire::ParcelStep;

use super::{Language, Standing};

/// One language.
pub(super) struct Words {
    pub(super) confirming: Saying,
    pub(super) waiting: Saying,
    pub(super) absent: Saying,
    pub(super) review: Saying,
    pub(super) refused: Saying,
    pub(super) received: Saying,
    pub(super) unpaid: Saying,
    pub(super) expired: Saying,
    pub(super) cash: Saying,
    pub(super) conflict: Saying,
    pub(super) paid: Saying,
    pub(super) packing: Saying,
    pub(super) ready: Saying,
    pub(super) shipped: Saying,
    pub(super) completed: Saying,
    pub(super) canceled: Saying,
    pub(super) canceled_paid: Saying,
    pub(super) returned: Saying,

    /// `{}` is the store.
    pub(super) order_at: &'static str,
    pub(super) order: &'static str,
    pub(super) reference: &'static str,
    pub(super) placed: &'static str,
    pub(super) description: &'static str,
    pub(super) as_of: &'static str,

    pub(super) journey: &'static str,
    /// Ordered, paid, packed, sent, arrived.
    pub(super) stations: [&'static str; 5],
    pub(super) station_done: &'static str,

    pub(super) to_pay: &'static str,
    pub(super) total: &'static str,
    /// `{}` is the sum of the parts.
    pub(super) paid_so_far: &'static str,
    pub(super) pay_before: &'static str,
    pub(super) pay_now: &'static str,
    pub(super) pay_opens: &'static str,
    pub(super) transfer: &'static str,
    pub(super) transfer_exactly: &'static str,
    pub(super) transfer_proof: &'static str,
    pub(super) confirm_transfer: &'static str,
    /// The first `{}` is the amount, the second the reference.
    pub(super) confirm_text: &'static str,
    pub(super) checked_by_hand: &'static str,
    pub(super) account: &'static str,
    pub(super) holder: &'static str,
    pub(super) virtual_account: &'static str,
    pub(super) payment_code: &'static str,
    pub(super) exact_amount: &'static str,

    pub(super) items: &'static str,
    pub(super) shipping: &'static str,
    pub(super) insurance: &'static str,
    pub(super) unique_code: &'static str,
    pub(super) method: &'static str,
    pub(super) method_hosted: &'static str,
    pub(super) method_transfer: &'static str,
    pub(super) method_cash: &'static str,
    pub(super) method_card: &'static str,

    pub(super) delivery: &'static str,
    pub(super) courier: &'static str,
    pub(super) etd: &'static str,
    pub(super) days: &'static str,
    pub(super) tracking: &'static str,
    pub(super) movements: &'static str,
    /// Requested, received, forwarded, delivering, delivered, anything else.
    pub(super) steps: [&'static str; 6],
    pub(super) no_tracking: &'static str,

    pub(super) copy: &'static str,
    pub(super) copied: &'static str,
    /// `{}` is what is copied.
    pub(super) copy_named: &'static str,
    pub(super) share: &'static str,
    pub(super) share_text: &'static str,
    pub(super) ask_seller: &'static str,
    /// `{}` is the reference.
    pub(super) ask_text: &'static str,
    pub(super) platform_page: &'static str,
    pub(super) refresh: &'static str,
    pub(super) keeps_current: &'static str,
    pub(super) keep_link: &'static str,
    pub(super) other_language: &'static str,

    pub(super) shop: &'static str,
    pub(super) shop_description: &'static str,
    /// `{}` is the lowest price.
    pub(super) shop_from: &'static str,
    pub(super) shop_script: &'static str,
    pub(super) shop_missing: Saying,
    pub(super) shop_trouble: Saying,

    pub(super) missing: Saying,
    pub(super) trouble: Saying,
    pub(super) again: &'static str,
}

/// Where something stands, and what to do about it.
#[derive(Clone, Copy)]
pub(super) struct Saying {
    pub(super) headline: &'static str,
    pub(super) next: &'static str,
}

const fn say(headline: &'static str, next: &'static str) -> Saying {
    Saying { headline, next }
}

impl Words {
    /// Those of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Indonesian => &id::WORDS,
            Language::English => &en::WORDS,
        }
    }

    /// What happened to a parcel.
    pub(super) const fn step(&self, step: ParcelStep) -> &'static str {
        let [requested, received, forwarded, delivering, delivered, moved] = self.steps;
        match step {
            ParcelStep::Requested => requested,
            ParcelStep::Received => received,
            ParcelStep::Forwarded => forwarded,
            ParcelStep::Delivering => delivering,
            ParcelStep::Delivered => delivered,
            ParcelStep::Moved => moved,
        }
    }

    /// What is said first.
    pub(super) fn say(&self, standing: Standing) -> Saying {
        match standing {
            Standing::Confirming => self.confirming,
            Standing::Waiting => self.waiting,
            Standing::Absent => self.absent,
            Standing::Review => self.review,
            Standing::Refused => self.refused,
            Standing::Received => self.received,
            Standing::Unpaid => self.unpaid,
            Standing::Expired => self.expired,
            Standing::Cash => self.cash,
            Standing::Conflict => self.conflict,
            Standing::Paid => self.paid,
            Standing::Packing => self.packing,
            Standing::Ready => self.ready,
            Standing::Shipped => self.shipped,
            Standing::Completed => self.completed,
            Standing::Canceled => self.canceled,
            Standing::CanceledPaid => self.canceled_paid,
            Standing::Returned => self.returned,
        }
    }
}

/// A sentence with its `{}` filled in.
pub(super) fn filled(sentence: &str, with: &str) -> String {
    sentence.replacen("{}", with, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both() -> [&'static Words; 2] {
        [Words::of(Language::Indonesian), Words::of(Language::English)]
    }

    #[test]
    fn nobody_is_told_without_proof_that_nothing_was_charged() {
        for words in both() {
            for standing in Standing::ALL {
                let Saying { headline, next } = words.say(standing);
                let told = format!("{headline} {next}").to_lowercase();
                let uncharged = told.contains("belum ditagih") || told.contains("not been charged");
                let proven = matches!(standing, Standing::Absent | Standing::Refused);
                assert_eq!(uncharged, proven, "{standing:?}: {told}");
            }
        }
    }

    #[test]
    fn an_unsettled_order_is_never_ordered_again() {
        for (words, never) in both().into_iter().zip(["Jangan pesan ulang", "Do not order again"]) {
            for standing in [Standing::Confirming, Standing::Review] {
                assert!(words.say(standing).next.contains(never), "{standing:?}");
            }
        }
    }

    /// All that a source says between quotation marks.
    fn literals(source: &str) -> Vec<String> {
        let lines = source.lines().filter(|line| !line.starts_with("//!"));
        lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_lowercase).collect()
    }

    #[test]
    fn no_word_of_the_other_language_or_tone_is_left_over() {
        // `other_language` names English in English; brands and what is called so in both are none of them.
        let english = "order your the is are please pay paid payment shipping courier copy copied total. back \
            waiting for of with and not do until before store seller code number";
        let indonesian =
            "pesanan anda bayar kurir yang dan dengan di ke untuk toko penjual belum sudah silakan";
        let familiar = "kamu mu ya yuk pesananmu pembayaranmu internetmu alamatmu";
        let id = literals(include_str!("id.rs"));
        let en: Vec<_> = literals(include_str!("en.rs"));
        assert!(id.len() > 90 && en.len() > 90);
        for (sentences, foreign) in [(&id, english), (&id, familiar), (&en, indonesian)] {
            for sentence in sentences.iter().filter(|sentence| *sentence != "bahasa indonesia") {
                let said: Vec<_> = sentence.split(|c: char| !c.is_alphabetic()).collect();
                let left: Vec<_> = foreign.split_whitespace().filter(|word| said.contains(word)).collect();
                assert!(left.is_empty(), "{left:?} in: {sentence}");
            }
        }
    }

    #[test]
    fn every_standing_has_words_of_its_own() {
        for words in both() {
            let said: std::collections::BTreeSet<_> =
                Standing::ALL.iter().map(|standing| words.say(*standing).headline).collect();
            assert_eq!(said.len(), Standing::ALL.len());
            assert!(Standing::ALL.iter().all(|standing| words.say(*standing).next.ends_with('.')));
        }
    }
}
