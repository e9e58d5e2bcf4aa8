//! Letters of the platform, from the inbox to the intents they are about.

use super::object::Desk;
use super::rows::Waiting;
use crate::api::Failure;
use crate::intent::Millis;
use crate::log::{Heard, Post};
use crate::orders::{Command, News, OrderNames, Token};
use crate::platform::{Orders as _, PlatformError, scalev};
use crate::worker::chaos::{self, Mistake};
use crate::worker::isolate::{Isolate, write};
use crate::worker::send::send;
use crate::worker::{clock, intent};

/// Milliseconds for which an order that nobody knows by name yet is not asked
/// about: mostly the answer to its request is on its way.
const PATIENCE: Millis = 2_000;
/// Milliseconds by which two orders of one request may lie apart.
const TWINS: Millis = 120_000;
/// Milliseconds after which a delivery that did not come to an end is begun anew.
const DELIVERY: Millis = 20_000;
/// Milliseconds between two tries, at most.
const RARELY: Millis = 3_600_000;
/// Milliseconds after which a letter is given up: the intents have long looked
/// by themselves.
const TRIED_MAX: Millis = 3 * 24 * 3_600_000;

impl Desk {
    /// Writes a letter down. `None` when it was written down before; otherwise
    /// what is to be delivered at once.
    pub(super) async fn take_in(
        &self,
        hash: String,
        news: Option<News>,
        now: Millis,
    ) -> worker::Result<Option<Option<Waiting>>> {
        let hash =
            if chaos::makes(Mistake::ForgetLetters) { format!("{hash} {}", now / 60_000) } else { hash };
        let due = match &news {
            Some(news) if self.rows.token_of(news)?.is_some() => Some(now.saturating_add(DELIVERY)),
            Some(news) if self.may_be_ours(news)? => Some(now.saturating_add(PATIENCE)),
            _ => None,
        };
        if !self.rows.receive(&hash, news.as_ref().filter(|_| due.is_some()), due, now)? {
            return Ok(None);
        }
        if let Some(due) = due {
            self.alarm.ring_by(due).await?;
        }
        let at_once = due.is_some_and(|due| due > now.saturating_add(PATIENCE));
        let news = news.filter(|_| at_once);
        Ok(Some(news.map(|news| Waiting { hash, news, received_at: now, tries: 1 })))
    }

    /// Brings a letter to its intent, and writes down what came of it.
    pub(super) async fn deliver(&self, letter: &Waiting) -> worker::Result<()> {
        let post = self.bring(&letter.news).await;
        let now = clock::now();
        let tired = now >= letter.received_at.saturating_add(TRIED_MAX);
        let post = if post == Post::PutOff && tired { Post::GivenUp } else { post };
        write(&Heard { name: None, post });
        if post != Post::PutOff {
            return self.rows.finish(&letter.hash);
        }
        let pause = 1_000_i64.saturating_mul(1 << letter.tries.clamp(1, 12)).min(RARELY);
        let due = now.saturating_add(pause);
        self.rows.put_off(&letter.hash, due)?;
        self.alarm.ring_by(due).await
    }

    async fn bring(&self, news: &News) -> Post {
        let token = match self.rows.token_of(news) {
            Ok(Some(token)) => token,
            Ok(None) => match self.whose(news).await {
                Ok(token) => token,
                Err(post) => return post,
            },
            Err(_) => return Post::PutOff,
        };
        let Some(id) = Token::object_id(token.as_str()) else { return Post::Foreign };
        match intent::by_id(&self.env, &id, &Command::Hear { news: news.clone() }).await {
            Ok(_) => Post::Delivered,
            // The runtime made no such object.
            Err(Failure::OrderNotFound) => Post::Foreign,
            Err(_) => Post::PutOff,
        }
    }

    /// Whether an order that nobody knows by name can be one of ours: the answer
    /// to some request was lost or is late, or the platform made two orders of
    /// one request, of which it named one.
    fn may_be_ours(&self, news: &News) -> worker::Result<bool> {
        if self.rows.expect_orders()? {
            return Ok(true);
        }
        let made_at = news.id.as_deref().and_then(scalev::made_at);
        made_at.map_or(Ok(false), |at| {
            self.rows.was_named_between(at.saturating_sub(TWINS), at.saturating_add(TWINS))
        })
    }

    /// Reads the order back for the token that it carries.
    async fn whose(&self, news: &News) -> Result<Token, Post> {
        if !self.may_be_ours(news).unwrap_or(true) {
            return Err(Post::Foreign);
        }
        let isolate = Isolate::of(&self.env);
        let (Some(scalev), Some(id)) = (&isolate.config.scalev, &news.id) else { return Err(Post::PutOff) };
        let call = scalev.show(id).ok_or(Post::Foreign)?;
        let answer = send(&call).await.and_then(|answer| scalev.read_order(id, &answer, clock::seconds()));
        let order = answer.map_err(|error| match error {
            PlatformError::Refused => Post::Foreign,
            // Lists and reads may lag behind what the platform tells.
            _ => Post::PutOff,
        })?;
        let token = order.metadata.as_ref().and_then(|metadata| Token::object_id(&metadata.tumbas_token));
        let token = token.and_then(|id| Token::from_object_id(&id)).ok_or(Post::Foreign)?;
        let names = OrderNames { id: id.clone(), order_id: order.order_id };
        // Kept so that the next letter about it is delivered without a question.
        let _ = self.rows.name(&token, &names, clock::now());
        Ok(token)
    }
}
