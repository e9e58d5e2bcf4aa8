//! The things that can be drawn.

use super::Picture;
use super::draw::{bag, book, box_, cloth, coffee, drink, garment, jar, logo, paper, screen, worn};
use super::scene::Stage;

/// A thing.
#[derive(Debug, Clone, Copy)]
pub(in crate::sandbox) enum Motif {
    Logo,
    Shirt,
    LongShirt,
    Blouse,
    Dress,
    Kimono,
    Skirt,
    Trousers,
    Folded,
    Scarf,
    Tote,
    Pouch,
    Wallet,
    Sandal,
    BucketHat,
    Blangkon,
    Earrings,
    Fan,
    Cushion,
    Apron,
    GiftBox,
    Pair,
    CoffeeBag,
    DripBox,
    Bottle,
    SnackPouch,
    Jar,
    Mug,
    Dripper,
    Tumbler,
    CoffeeTrio,
    Hamper,
    Ebook,
    CourseScreen,
    Phone,
    Sheet,
    Sunset,
    Font,
    KeyCard,
    Notebook,
    Stickers,
    EbookTrio,
    NotebookAndEbook,
}

impl Motif {
    /// Where it is shown.
    pub(super) const fn stage(self) -> Stage {
        match self {
            Self::Shirt
            | Self::LongShirt
            | Self::Blouse
            | Self::Dress
            | Self::Kimono
            | Self::Skirt
            | Self::Trousers
            | Self::Scarf
            | Self::Apron => Stage::Niche,
            Self::CoffeeBag | Self::Bottle | Self::Tumbler | Self::Dripper => Stage::Table(84),
            Self::Jar | Self::Mug | Self::DripBox | Self::GiftBox | Self::Blangkon => Stage::Table(112),
            Self::Folded | Self::CoffeeTrio | Self::Hamper | Self::EbookTrio | Self::CourseScreen => {
                Stage::Table(150)
            }
            Self::Ebook | Self::NotebookAndEbook => Stage::Table(120),
            _ => Stage::Disc,
        }
    }

    /// Its shapes.
    pub(super) fn draw(self, picture: &Picture) -> String {
        let palette = picture.palette;
        match self {
            Self::Logo => logo::logo(picture),
            Self::Shirt => garment::shirt(palette),
            Self::LongShirt => garment::long_shirt(palette),
            Self::Blouse => garment::blouse(palette),
            Self::Dress => garment::dress(palette),
            Self::Kimono => garment::kimono(palette),
            Self::Skirt => garment::skirt(palette),
            Self::Trousers => garment::trousers(palette),
            Self::Apron => garment::apron(palette),
            Self::Pair => garment::pair(palette),
            Self::Folded => cloth::folded(palette),
            Self::Scarf => cloth::scarf(palette),
            Self::Cushion => cloth::cushion(palette),
            Self::Tote => bag::tote(palette),
            Self::Pouch => bag::pouch(palette),
            Self::Wallet => bag::wallet(palette),
            Self::Sandal => worn::sandal(palette),
            Self::BucketHat => worn::bucket_hat(palette),
            Self::Blangkon => worn::blangkon(palette),
            Self::Earrings => worn::earrings(palette),
            Self::Fan => worn::fan(palette),
            Self::GiftBox => box_::gift(palette),
            Self::DripBox => box_::drip(picture),
            Self::Hamper => box_::hamper(picture),
            Self::CoffeeBag => coffee::bag(picture),
            Self::CoffeeTrio => coffee::trio(),
            Self::SnackPouch => coffee::snack(picture),
            Self::Bottle => drink::bottle(picture),
            Self::Mug => drink::mug(palette),
            Self::Dripper => drink::dripper(palette),
            Self::Tumbler => drink::tumbler(picture),
            Self::Jar => jar::jar(picture),
            Self::Ebook => book::ebook(picture),
            Self::EbookTrio => book::trio(picture),
            Self::Notebook => book::notebook(picture),
            Self::NotebookAndEbook => book::notebook_and_ebook(picture),
            Self::CourseScreen => screen::course(picture),
            Self::Phone => screen::phone(palette),
            Self::Sheet => paper::sheet(picture),
            Self::Sunset => paper::sunset(),
            Self::Font => paper::font(picture),
            Self::KeyCard => paper::key_card(picture),
            Self::Stickers => paper::stickers(palette),
        }
    }
}
