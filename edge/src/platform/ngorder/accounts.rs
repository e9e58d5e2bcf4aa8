//! The seller's accounts as he typed them, for a shop whose accounts cannot be
//! asked for: the documentation has lost where (platforms §2.1).

use std::str::FromStr;

use crate::platform::{PublicAccount, PublicBank};

/// Fewest digits of an account's number.
const DIGITS_MIN: usize = 5;

/// `BCA 0341987654 a.n. CV Sekar; Mandiri 1390012345678`: bank, number, holder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts(Vec<PublicAccount>);

/// The text names no accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an account is bank, number and holder; between two is a semicolon")]
pub struct AccountsError;

impl Accounts {
    /// Those, in the order they were typed.
    pub fn all(&self) -> &[PublicAccount] {
        &self.0
    }
}

impl FromStr for Accounts {
    type Err = AccountsError;

    fn from_str(text: &str) -> Result<Self, AccountsError> {
        let typed = text.split(';').map(str::trim).filter(|one| !one.is_empty());
        let all: Option<Vec<_>> = typed.map(account).collect();
        all.filter(|all| !all.is_empty()).map(Self).ok_or(AccountsError)
    }
}

fn account(text: &str) -> Option<PublicAccount> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (bank, rest) = words.split_at_checked(words.iter().position(|word| is_number(word))?)?;
    let (number, holder) = rest.split_first()?;
    let holder = holder.strip_prefix(&["a.n."]).unwrap_or(holder);
    let said = |words: &[&str]| Some(words.join(" ")).filter(|text| !text.is_empty());
    Some(PublicAccount {
        account_holder: said(holder),
        account_number: Some((*number).to_owned()),
        financial_entity: PublicBank { name: Some(said(bank)?) },
    })
}

fn is_number(word: &str) -> bool {
    word.len() >= DIGITS_MIN && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<[Option<String>; 3]> {
        let Accounts(all) = text.parse().unwrap();
        let told = |one: PublicAccount| [one.financial_entity.name, one.account_number, one.account_holder];
        all.into_iter().map(told).collect()
    }

    #[test]
    fn an_account_is_bank_number_and_holder() {
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(
            read("BCA 0341987654 a.n. CV Sekar Batik ; Bank Syariah Indonesia 7112345678 Sari;"),
            [
                [said("BCA"), said("0341987654"), said("CV Sekar Batik")],
                [said("Bank Syariah Indonesia"), said("7112345678"), said("Sari")],
            ]
        );
        assert_eq!(read("BRI 12345"), [[said("BRI"), said("12345"), None]]);
    }

    #[test]
    fn what_names_no_account_is_refused() {
        for text in ["", ";", "BCA", "0341987654", "BCA 1234", "BCA 0341987654; Mandiri"] {
            assert_eq!(text.parse::<Accounts>(), Err(AccountsError), "{text}");
        }
    }
}
