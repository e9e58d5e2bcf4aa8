//! What the page shows of an order, taken from wherever it is known.

use shared::v3::PaymentStatus;
use shared::value::Rupiah;
use shared::wire::{Movement, Status};

use crate::address;
use crate::orders::Account;

/// An order as its page shows it. Nothing in it is about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Our name of the order: the last part of the page's own address.
    pub token: String,
    /// The number people use, once the platform gave one.
    pub order_id: Option<String>,
    /// The store's name.
    pub store: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Where the money stands.
    pub payment_status: Option<PaymentStatus>,
    /// Code of the way to pay (scalev-v3 §7).
    pub method: Option<String>,
    /// Where it is paid.
    pub pay_url: Option<Link>,
    /// The seller's accounts, for a transfer by hand.
    pub accounts: Vec<Account>,
    /// What is typed or shown to pay: a virtual account, a cashier's code.
    pub code: Option<Code>,
    /// Unix seconds until which it can be paid.
    pub deadline: Option<i64>,
    /// Unix seconds after which the store may call it off unpaid.
    pub pay_by: Option<i64>,
    /// What was ordered.
    pub lines: Vec<Line>,
    /// Whether a courier brings it.
    pub is_parcel: bool,
    /// What the courier costs.
    pub shipping_cost: Option<Rupiah>,
    /// What the parcel's insurance costs.
    pub insurance_cost: Option<Rupiah>,
    /// What there is to pay.
    pub total: Option<Rupiah>,
    /// By how much the platform asks for more than was ordered for, when it is
    /// so little that it tells transfers apart.
    pub unique_code: Option<Rupiah>,
    /// Courier and service.
    pub courier: Option<String>,
    /// Days on the way, in the courier's words.
    pub etd: Option<String>,
    /// The courier's number of the parcel.
    pub tracking: Option<String>,
    /// Where the parcel was, oldest first.
    pub movements: Vec<Movement>,
    /// What was paid so far, when it is paid in parts.
    pub paid: Option<Rupiah>,
    /// Unix seconds of the order.
    pub placed_at: Option<i64>,
    /// The seller's WhatsApp number: country code and digits.
    pub seller_phone: Option<String>,
    /// The platform's own page of the order.
    pub public_order_url: Option<Link>,
    /// Unix seconds of the last news, when the platform cannot be asked now.
    pub as_of: Option<i64>,
}

/// An address that a shopper may be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

/// Something to type or to show at a till.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Whether it is a bank's virtual account.
    pub is_account: bool,
    /// The code.
    pub number: String,
}

/// One kind of thing in the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: u32,
    /// For all of them together.
    pub total: Option<Rupiah>,
}

impl Link {
    /// `None` for an address that nobody should open.
    pub fn new(address: String) -> Option<Self> {
        address::is_presentable(&address).then_some(Self(address))
    }

    /// The address, unchanged.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl View {
    /// Of an order that nothing is known of but where it stands.
    pub fn new(token: &str, status: Status) -> Self {
        Self {
            token: token.to_owned(),
            order_id: None,
            store: None,
            status,
            payment_status: None,
            method: None,
            pay_url: None,
            accounts: Vec::new(),
            code: None,
            deadline: None,
            pay_by: None,
            lines: Vec::new(),
            is_parcel: false,
            shipping_cost: None,
            insurance_cost: None,
            total: None,
            unique_code: None,
            courier: None,
            etd: None,
            tracking: None,
            movements: Vec::new(),
            paid: None,
            placed_at: None,
            seller_phone: None,
            public_order_url: None,
            as_of: None,
        }
    }

    /// What the shopper tells the seller: the order's number, or the beginning
    /// of our own name, which opens nothing.
    pub fn reference(&self) -> &str {
        const BEGINNING: usize = 11;
        match &self.order_id {
            Some(number) if !number.is_empty() => number,
            _ => self.token.get(..BEGINNING).unwrap_or(&self.token),
        }
    }

    /// Whether the money arrived. `settled` is money passed on to the seller.
    pub fn is_paid(&self) -> bool {
        matches!(self.payment_status, Some(PaymentStatus::Paid | PaymentStatus::Settled))
    }

    /// What is still to be paid.
    pub fn due(&self) -> Option<Rupiah> {
        self.total?.checked_sub(self.paid.unwrap_or_default())
    }

    /// Whether its parts come to all of it, although nobody called it paid.
    pub fn is_covered(&self) -> bool {
        self.paid.is_some() && self.due().is_some_and(|due| due <= Rupiah::ZERO)
    }

    /// Whether the courier takes the money.
    pub fn is_cash(&self) -> bool {
        self.method.as_deref() == Some("cod")
    }

    /// Whether a courier brings it.
    pub fn is_shipped(&self) -> bool {
        self.is_parcel || self.courier.is_some() || self.tracking.is_some()
    }

    /// Whether the page itself knows a way to pay.
    pub fn is_payable(&self) -> bool {
        self.pay_url.is_some() || !self.accounts.is_empty() || self.code.is_some()
    }
}
