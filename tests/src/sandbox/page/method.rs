//! Payment methods in people's words.

/// What a shopper calls a method code.
pub(in crate::sandbox) fn method_name(code: &str) -> String {
    match code {
        "qris" => "QRIS".into(),
        "card" => "Kartu kredit atau debit".into(),
        "invoice" => "E-Payment".into(),
        "payment_link" => "PayLink".into(),
        "alfamart" => "Alfamart".into(),
        "ovo" => "OVO".into(),
        "dana" => "DANA".into(),
        "shopeepay" => "ShopeePay".into(),
        "linkaja" => "LinkAja".into(),
        "gopay" => "GoPay".into(),
        "bank_transfer" => "Transfer bank".into(),
        "cod" => "Bayar di tempat (COD)".into(),
        "" => "Belum dipilih".into(),
        code => code
            .strip_prefix("va_")
            .map_or_else(|| code.to_owned(), |bank| format!("Virtual Account {}", bank_name(bank))),
    }
}

fn bank_name(bank: &str) -> String {
    match bank {
        "mandiri" | "permata" | "danamon" | "maybank" | "muamalat" | "artajasa" => capitalised(bank),
        bank => bank.replace('_', " ").to_uppercase(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The methods a hosted page lets the shopper choose from.
pub(super) fn choices(accepted: Vec<String>) -> Vec<String> {
    let hosted = ["payment_link", "invoice", "bank_transfer", "cod", "no_payment", "marketplace"];
    accepted.into_iter().filter(|code| !hosted.contains(&code.as_str())).collect()
}
