//! The shop, what it sells, and that it takes transfers (platforms §2.3 Shop,
//! Product, Banks). Only what shoppers may see has a member here: costs and
//! resellers' prices have none.

use serde::Deserialize;
use shared::v3::{
    ItemType, List, PaymentMethodCode, PaymentMethodItem, Product, Store, VariantSummary, WholesalePrice,
};
use shared::value::Rupiah;

use super::name::{ShopName, VariationName};
use super::{error, get, lenient, payment};
use crate::config::Ngorder;
use crate::platform::{Catalogue, Incoming, Outgoing, Said};

/// Grams of a thing whose weight the seller did not give.
const WEIGHT_DEFAULT: i64 = 500;

#[derive(Deserialize)]
struct ShopRow {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    shop_name: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    status: Option<String>,
}

#[derive(Deserialize)]
struct Goods {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    product_type: Option<String>,
    #[serde(default, deserialize_with = "lenient::yes")]
    publish_status: bool,
    #[serde(default, deserialize_with = "lenient::whole")]
    weight: Option<i64>,
    #[serde(default, deserialize_with = "lenient::text")]
    image: Option<String>,
    #[serde(default, deserialize_with = "lenient::rows")]
    images: Vec<String>,
    #[serde(default, deserialize_with = "lenient::rows")]
    variations: Vec<Variation>,
    #[serde(default, deserialize_with = "lenient::yes")]
    wholesale_status: bool,
    /// Called `wholesale_prices` where one product is shown (platforms §2.2).
    #[serde(default, alias = "wholesale_prices", deserialize_with = "lenient::rows")]
    wholesales: Vec<Step>,
}

/// What one piece of a variation costs from so many on. All samples of such a
/// list are empty: its members are those of the questions about one (platforms
/// §2.3 Wholesale).
#[derive(Clone, Deserialize)]
struct Step {
    #[serde(alias = "quantity", deserialize_with = "lenient::id")]
    minimum_quantity: i64,
    #[serde(deserialize_with = "lenient::rupiah")]
    price: Option<Rupiah>,
}

#[derive(Deserialize)]
struct Variation {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    image: Option<String>,
    #[serde(default, deserialize_with = "lenient::rows")]
    images: Vec<String>,
    #[serde(default, deserialize_with = "lenient::whole")]
    weight: Option<i64>,
    #[serde(default, deserialize_with = "lenient::text")]
    color: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    size: Option<String>,
    #[serde(default, deserialize_with = "lenient::rupiah")]
    price: Option<Rupiah>,
    #[serde(default, deserialize_with = "lenient::whole")]
    stock_quantity: Option<i64>,
    #[serde(default, deserialize_with = "lenient::yes")]
    stock: bool,
}

impl Catalogue for Ngorder {
    /// One key is one shop, in a list of one.
    fn store_page(&self, _cursor: Option<&str>) -> Outgoing {
        get(self, "/shop", &[])
    }

    fn read_stores(&self, answer: &Incoming, now: i64) -> Said<List<Store>> {
        Ok(whole(vec![error::read::<ShopRow>(answer, now)?.into()]))
    }

    fn payment_methods(&self, _store: i64) -> Outgoing {
        payment::banks(self)
    }

    /// A transfer, as soon as there is an account to transfer to.
    fn read_payment_methods(&self, answer: &Incoming, now: i64) -> Said<List<PaymentMethodItem>> {
        let accounts = payment::accounts(self, answer, now)?;
        Ok(whole(accounts.first().map(|_| PaymentMethodItem::Code(transfer())).into_iter().collect()))
    }

    fn product_page(&self, _store: i64, cursor: Option<&str>) -> Outgoing {
        get(self, "/product/search", &[("pagination_offset", cursor.unwrap_or("1"))])
    }

    fn read_products(&self, answer: &Incoming, now: i64) -> Said<List<Product>> {
        let List { data, is_paginated, has_next, next_cursor } = error::rows::<Goods>(answer, now)?;
        Ok(List { data: data.into_iter().map(Product::from).collect(), is_paginated, has_next, next_cursor })
    }
}

fn whole<T>(data: Vec<T>) -> List<T> {
    List { data, is_paginated: false, has_next: None, next_cursor: None }
}

fn transfer() -> PaymentMethodCode {
    PaymentMethodCode::new("bank_transfer")
}

impl From<ShopRow> for Store {
    fn from(shop: ShopRow) -> Self {
        Self {
            id: shop.id,
            unique_id: ShopName(shop.id).to_string(),
            name: shop.shop_name.unwrap_or_default(),
            logo: None,
            custom_domain: None,
            is_active: Some(shop.status.is_none_or(|status| status.eq_ignore_ascii_case("active"))),
            payment_methods: vec![transfer()],
            sub_payment_methods: Vec::new(),
        }
    }
}

impl From<Goods> for Product {
    fn from(goods: Goods) -> Self {
        let is_any = |of: fn(&Variation) -> bool| goods.variations.iter().any(of);
        let option1_name = is_any(|variation| variation.color.is_some()).then(|| "Warna".to_owned());
        let option2_name = is_any(|variation| variation.size.is_some()).then(|| "Ukuran".to_owned());
        let kind = Kind::of(goods.product_type.as_deref());
        let steps = if goods.wholesale_status { goods.wholesales } else { Vec::new() };
        let of_product = goods.weight;
        let variants =
            goods.variations.into_iter().map(|variation| variation.summary(kind, of_product, &steps));
        Self {
            id: goods.id,
            name: goods.name,
            display: None,
            public_name: None,
            is_visible: Some(goods.publish_status),
            item_type: Some(ItemType::Physical),
            images: goods.image.into_iter().chain(goods.images).collect(),
            option1_name,
            option2_name,
            option3_name: None,
            variants: variants.collect(),
        }
    }
}

/// Whose stock it is (platforms §2.2).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Own,
    Preorder,
    /// Of another supplier: its order has to say what the seller pays, which a
    /// checkout must not know.
    Foreign,
}

impl Kind {
    fn of(word: Option<&str>) -> Self {
        match word {
            Some("S") | None => Self::Own,
            Some("PO") => Self::Preorder,
            Some(_) => Self::Foreign,
        }
    }
}

impl Variation {
    fn summary(self, kind: Kind, of_product: Option<i64>, steps: &[Step]) -> VariantSummary {
        let weight = [self.weight, of_product].into_iter().flatten().find(|grams| *grams > 0);
        let is_preorder = kind == Kind::Preorder;
        VariantSummary {
            id: self.id,
            unique_id: Some(VariationName { id: self.id, is_preorder }.to_string()),
            // Not joined to a till: an order here has no member for a difference in price.
            sku: None,
            fullname: None,
            price: self.price,
            wholesale_prices: self.price.map_or_else(Vec::new, |price| wholesale(price, steps)),
            item_type: None,
            weight: Some(weight.unwrap_or(WEIGHT_DEFAULT)),
            available_qty: match kind {
                Kind::Own => Some(self.stock_quantity.unwrap_or(0)),
                Kind::Preorder | Kind::Foreign => (!self.stock).then_some(0),
            },
            images: self.image.into_iter().chain(self.images).collect(),
            is_checked: Some(kind != Kind::Foreign),
            option1_value: self.color,
            option2_value: self.size,
            option3_value: None,
        }
    }
}

/// The steps that are cheaper than one piece alone, fewest pieces first.
fn wholesale(price: Rupiah, steps: &[Step]) -> Vec<WholesalePrice> {
    let step = |step: &Step| {
        let minimum_quantity = u32::try_from(step.minimum_quantity).ok().filter(|pieces| *pieces > 1)?;
        let price = step.price.filter(|cheaper| (Rupiah::ZERO..price).contains(cheaper))?;
        Some(WholesalePrice { minimum_quantity, price })
    };
    let mut steps: Vec<_> = steps.iter().filter_map(step).collect();
    steps.sort_by_key(|step| step.minimum_quantity);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::PlatformError;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    fn products(body: &str) -> List<Product> {
        account().read_products(&ok(body), 0).unwrap()
    }

    #[test]
    fn the_shop_of_the_key_is_a_list_of_one() {
        let stores = account().read_stores(&ok(fixture!("shop_detail.response")), 0).unwrap();
        let [store] = stores.data.as_slice() else { panic!("{stores:?}") };
        assert_eq!((store.unique_id.as_str(), store.name.as_str(), store.id), ("ngorder_1", "Tokoku", 1));
        assert_eq!(store.is_active, Some(true));
        let alone = account().read_stores(&ok(r#"{"data":{"id":7,"shop_name":"A","status":"BLOCKED"}}"#), 0);
        assert_eq!(alone.unwrap().data.first().map(|store| store.is_active), Some(Some(false)));
    }

    #[test]
    fn products_are_read_with_their_variations() {
        let list = products(fixture!("product_search.response"));
        let [shoe] = list.data.as_slice() else { panic!("{list:?}") };
        assert_eq!(
            (shoe.is_visible, shoe.option1_name.as_deref(), shoe.option2_name.as_deref()),
            (Some(false), Some("Warna"), None)
        );
        let red = shoe.variants.first().unwrap();
        assert_eq!(red.unique_id.as_deref(), Some("ngorder_1"));
        assert_eq!(
            (red.price, red.weight, red.available_qty),
            (Some(Rupiah::new(5_000)), Some(100), Some(5))
        );
        assert_eq!((red.option1_value.as_deref(), red.images.len(), list.next()), (Some("merah"), 0, None));
    }

    /// Costs and the prices of others never leave.
    #[test]
    fn no_cost_is_in_what_is_read() {
        let canaries = fixture!("product_search.response")
            .replace("\"price_buy\": 1000", "\"price_buy\": 777001")
            .replace("\"price_reseller\": 2000", "\"price_reseller\": 777002");
        let json = serde_json::to_string(&products(&canaries)).unwrap();
        assert!(!json.contains("777") && json.contains("5000"), "{json}");
        let shop =
            serde_json::to_string(&account().read_stores(&ok(fixture!("shop_detail.response")), 0).unwrap());
        assert!(!shop.unwrap().contains('@'));
    }

    #[test]
    fn only_own_stock_is_counted_and_what_needs_a_cost_is_not_sold() {
        let of = |kind: &str, stock: &str| {
            let body = format!(
                r#"{{"data":[{{"id":1,"name":"A","product_type":"{kind}","publish_status":"Y","variations":[
                    {{"id":null,"price":"9000","stock_quantity":3,"stock":"{stock}"}},
                    {{"id":"6","price":"9000","stock_quantity":3,"stock":"{stock}","weight":0}}]}}]}}"#
            );
            // One without an id does not hide the other.
            let [variant] = <[_; 1]>::try_from(products(&body).data.remove(0).variants).unwrap();
            (variant.unique_id.unwrap(), variant.available_qty, variant.is_checked.unwrap(), variant.weight)
        };
        assert_eq!(of("S", "Y"), ("ngorder_6".into(), Some(3), true, Some(500)));
        assert_eq!(of("PO", "Y"), ("ngorder_6_po".into(), None, true, Some(500)));
        assert_eq!(of("PO", "N"), ("ngorder_6_po".into(), Some(0), true, Some(500)));
        assert_eq!(of("R", "Y"), ("ngorder_6".into(), None, false, Some(500)));
    }

    #[test]
    fn many_pieces_are_cheaper_where_the_seller_says_so() {
        let of = |status: &str, steps: &str| -> Vec<(u32, i64)> {
            let body = format!(
                r#"{{"data":[{{"id":1,"wholesale_status":"{status}","wholesales":{steps},
                    "variations":[{{"id":6,"price":"9000"}}]}}]}}"#
            );
            let variant = products(&body).data.remove(0).variants.remove(0);
            variant.wholesale_prices.iter().map(|step| (step.minimum_quantity, step.price.amount())).collect()
        };
        let steps = r#"[{"minimum_quantity":"50","price":7000},{"quantity":10,"price":"Rp8.000"},
            {"minimum_quantity":1,"price":1},{"minimum_quantity":2,"price":9500},{"price":1},{"minimum_quantity":3}]"#;
        assert_eq!(of("Y", steps), vec![(10, 8_000), (50, 7_000)]);
        assert_eq!(of("N", steps), vec![]);
        assert_eq!(of("Y", "{}"), vec![]);
    }

    #[test]
    fn pages_are_asked_by_their_number() {
        let account = account();
        assert_eq!(
            account.product_page(7, None).url,
            "https://api.example/api/open/product/search?pagination_offset=1"
        );
        assert_eq!(
            account.product_page(7, Some("2")).url,
            "https://api.example/api/open/product/search?pagination_offset=2"
        );
        assert_eq!(account.read_products(&ok("<html>"), 0), Err(PlatformError::Malformed));
    }

    #[test]
    fn a_transfer_needs_an_account() {
        let methods = |body: &str| account().read_payment_methods(&ok(body), 0).unwrap().data.len();
        assert_eq!(methods(fixture!("bank_accounts.response")), 1);
        assert_eq!(methods(r#"{"data":[]}"#), 0);
    }
}
