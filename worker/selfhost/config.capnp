# The Worker under plain workerd. Started in the folder that `npm run selfhost -- --build` fills:
#   ./workerd serve config.capnp --socket-addr http=127.0.0.1:8787 --directory-path data=/var/lib/menxia
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "menxia", worker = .menxia),
    # Each bureau is one SQLite file in here.
    (name = "data", disk = (writable = true)),
    # The Worker asks nobody anything.
    (name = "internet", network = (allow = [])),
  ],
  sockets = [(name = "http", http = (), service = "menxia")],
);

const menxia :Workerd.Worker = (
  compatibilityDate = "2026-10-20",
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  durableObjectNamespaces = [(className = "Bureau", uniqueKey = "menxia-bureau", enableSql = true)],
  durableObjectStorage = (localDisk = "data"),
  bindings = [
    (name = "BUREAU", durableObjectNamespace = "Bureau"),
    (name = "OPERATOR_SECRET", text = embed "operator.secret"),
    (name = "SWEEP_SECONDS", fromEnvironment = "SWEEP_SECONDS"),
  ],
);
