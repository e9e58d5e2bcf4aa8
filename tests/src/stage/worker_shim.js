// What stands between workerd and the Rust module, after worker-build 0.8.7's own shim:
// it hands events over and starts the module again after an abort, so that one panic
// does not hang every later request of the isolate.
import * as exports from "./index.js";

Error.stackTraceLimit = 100;
const state = exports.__worker_init_state();

function restart() {
  if (!state.criticalError) return;
  console.log(JSON.stringify({ event: "restarted", reason: "the module had aborted" }));
  exports.__wbg_reset_state();
  state.criticalError = false;
  state.instanceId++;
}

function judge(error) {
  if (error instanceof WebAssembly.RuntimeError) state.criticalError = true;
}

addEventListener("error", (event) => judge(event.error));

function blame(error) {
  judge(error);
  throw error;
}

// What is answered at once goes out at once: waiting for it would cost more than making it.
function guarded(call) {
  restart();
  try {
    const answer = call();
    return answer instanceof Promise ? answer.catch(blame) : answer;
  } catch (error) {
    blame(error);
  }
}

const handler = (name) => (event, env, context) => guarded(() => exports[name](event, env, context));

// A Durable Object outlives the module that made it: after a restart it is constructed anew.
const durable = (Class) =>
  class {
    #args;
    #made;
    #instanceId;

    constructor(...args) {
      restart();
      this.#args = args;
      this.#make();
    }

    #make() {
      this.#made = new Class(...this.#args);
      this.#instanceId = state.instanceId;
    }

    call(method, args) {
      return guarded(() => {
        if (this.#instanceId !== state.instanceId) this.#make();
        return this.#made[method](...args);
      });
    }
  };

function object(Class) {
  const Object = durable(Class);
  for (const method of ["fetch", "alarm", "webSocketMessage", "webSocketClose", "webSocketError"]) {
    if (typeof Class.prototype[method] !== "function") continue;
    Object.prototype[method] = function (...args) {
      return this.call(method, args);
    };
  }
  return Object;
}

$EXPORTS
