#!/usr/bin/python3
"""A working agency with python3-pika and the openssl command, nothing else. README.md beside this says how to run it."""
import base64, csv, datetime, hashlib, json, os, secrets, sqlite3, ssl, subprocess, sys, time, uuid
import pika
CONF = json.load(open(sys.argv[1], encoding="utf-8"))
HUB, ME, BROKER = CONF["hub"], CONF["agency"], CONF["broker"]
DATA, SIGNED, SHA256, ECDSA = map(bytes.fromhex, (  # of DER: id-data, id-signedData, SEQUENCE { sha256 }, SEQUENCE { ecdsa-with-SHA256 }
    "06092a864886f70d010701", "06092a864886f70d010702", "300b0609608648016503040201", "300a06082a8648ce3d040302"))
TAKEN = "request amendment chaser withdrawal return-receipt heartbeat-answer purge-instruction".split()
WORTH = "held refused cannot-look need-more-details nothing-known".split()  # the first that is given is the whole return's
os.makedirs(CONF["data"], mode=0o700, exist_ok=True)
TRUST, DB = os.path.join(CONF["data"], "trust.pem"), sqlite3.connect(os.path.join(CONF["data"], "agency.db"))
DB.executescript("""pragma secure_delete = on; pragma synchronous = full;
create table if not exists letter (id text primary key, digest, lane, type, enquiry, request, json);
create table if not exists outgoing (id text primary key, answers, type, enquiry, request, digest, rating, body, sent, done);
create table if not exists refused (at, lane, fault, body);""")
class Refused(Exception): """Never tried again: the message stands in the table 'refused' for a person to look at."""
def key(name): return os.path.join(CONF["keys"], name)
def when(days=0):  # instants as letters write them: they compare as text
    return (datetime.datetime.utcnow() + datetime.timedelta(days)).isoformat(timespec="milliseconds") + "Z"
def one(sql, *values): return DB.execute(sql, values).fetchone()
def openssl(*words, data=b""):  # -decrypt writes before it checks the tag: what counts is the exit code
    return subprocess.run(["openssl", *words], input=data, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

def der(data, *tags):  # the elements of DER, exactly these tags: of each, all of it and its content
    found = []
    for tag in tags:
        start, size = (2, data[1]) if data[1] < 128 else (data[1] - 126, int.from_bytes(data[2:data[1] - 126], "big"))
        short = data[1] != 128 and (start == 2 or (data[2] > 0 and size > 127))  # DER: a length in its shortest form
        if data[0] != tag or start + size > len(data) or not short: raise ValueError("not the profile's shape in DER")
        found, data = found + [(data[:start + size], data[start:start + size])], data[start + size:]
    if data: raise ValueError("more than the profile's shape")
    return found

def verify(message):  # the content of one SignedData of exactly the profile's shape, if the hub signed it
    kind, inner = der(der(message, 0x30)[0][1], 0x06, 0xA0)
    parts = der(der(inner[1], 0x30)[0][1], 0x02, 0x31, 0x30, 0x31)                  # no certificates come along
    signer = der(der(parts[3][1], 0x30)[0][1], 0x02, 0x80, 0x30, 0xA0, 0x30, 0x04)  # one signer, by its key identifier
    der(signer[3][1], *[0x30] * 4)                                                  # the four attributes
    said = kind[0], der(parts[2][1], 0x06, 0xA0)[0][0], parts[0][1], signer[0][1], parts[1][1], signer[2][0], signer[4][0]
    if said != (SIGNED, DATA, b"\3", b"\3", SHA256, SHA256, ECDSA): raise ValueError("not the profile's algorithms")
    return openssl("cms", "-verify", "-binary", "-cades", "-nointern", "-inform", "DER", "-CAfile", TRUST, "-crl_check",
                   "-certfile", key("register/hub.signing.crt"), data=message)

def unseal(message, user):  # the letter and the digest of what was said; nothing is decrypted before the outer signature holds
    try:
        if len(message) > 1_056_768: raise ValueError("too large")
        inner = openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-recip", key("agreement.crt"),
                        "-inkey", key("agreement.key"), data=verify(message))
        letter = json.loads(verify(inner).decode("utf-8"))
        head = letter["head"]
        said = user, head["hub"], head["sender"], head["recipient"], head["profile"], head["version"], head["type"] in TAKEN
        if said != ("mash." + HUB, HUB, "hub", ME, "mash-p256-1", 1, True): raise ValueError(f"not the hub's to us: {said}")
        if when() > head["expiresAt"] or head["issuedAt"] > when(days=2): raise ValueError("expired, or issued in the future")
    except (ValueError, KeyError, TypeError, IndexError, subprocess.CalledProcessError) as fault: raise Refused(str(fault)) from fault
    return letter, hashlib.sha256(inner).hexdigest()

def sign(content):
    return openssl("cms", "-sign", "-binary", "-nodetach", "-nocerts", "-nosmimecap", "-cades", "-keyid", "-md", "sha256",
                   "-signer", key("signing.crt"), "-inkey", key("signing.key"), "-outform", "DER", data=content)
def seal(kind, body, to=None, digest=None):  # into the table 'outgoing': the same bytes go until they arrived
    about = to or {"rating": "green", "purpose": "operations"}
    head = {"type": kind, "version": 1, "id": str(uuid.uuid4()), "profile": "mash-p256-1", "hub": HUB, "sender": ME,
            "recipient": "hub", "issuedAt": when(), "expiresAt": when(days=60),
            "salt": secrets.token_hex(16), **{n: about[n] for n in ("rating", "purpose", "enquiry", "request") if n in about}}
    if to: head["inReplyTo"] = {"id": to["id"], "digest": digest}
    inner = sign(json.dumps({"head": head, "body": body}, ensure_ascii=False).encode())
    envelope = openssl("cms", "-encrypt", "-binary", "-aes-256-gcm", "-keyid", "-outform", "DER", "-recip",
                       key("register/hub.agreement.crt"), "-keyopt", "ecdh_kdf_md:sha256", "-aes256-wrap", data=inner)
    one("insert into outgoing values (?,?,?,?,?,?,?,?,0,0)", head["id"], to and to["id"], kind, head.get("enquiry"),
        head.get("request"), hashlib.sha256(inner).hexdigest(), head["rating"], sign(envelope))

def look(subject, asked):  # put a search of your own system here; "nothing known" is said only when it looked
    answer = {"subject": subject["code"], "kind": "nothing-known", "match": {"outcome": "none"}, "records": []}
    born, numbers = subject.get("dateOfBirth"), [n["value"] for n in subject.get("identifiers", [])]
    names = [(born, n.get("given", "").casefold(), n.get("family", "").casefold()) for n in subject["names"] if born]
    try:
        rows = [r for r in csv.DictReader(open(CONF["records"], encoding="utf-8", newline="")) if r["number"] in numbers
                or (r["date_of_birth"], r["given"].casefold(), r["family"].casefold()) in names]
    except (OSError, KeyError, ValueError) as fault: return {**answer, "kind": "cannot-look", "reason": type(fault).__name__}
    if len({r["person"] for r in rows}) > 1 or not (born or numbers):
        return {**answer, "kind": "need-more-details", "reason": "A date of birth or a number would tell who is meant."}
    records = [{"kind": r["kind"], "on": r["on"], "summary": r["summary"], "source": {"system": CONF["system"], "recordId": r["id"]}}
               for r in rows if r["kind"] in asked["mayReturn"] and r["on"] >= (asked.get("lookBackTo") or "")]
    return {**answer, "kind": "held", "match": {"outcome": "match", "score": 1}, "records": records} if records else answer

def take(lane, letter, digest):  # all that follows from a letter, in one transaction; it is acknowledged after that
    head, body, kind = letter["head"], letter["body"], letter["head"]["type"]
    if kind == "heartbeat-answer": return trust(body["revocationList"]) if body.get("revocationList") else None
    if earlier := one("select digest, lane from letter where id = ?", head["id"]):
        if earlier != (digest, lane): raise Refused("Replayed: the same id with another digest or lane")
        return one("update outgoing set sent = 0 where answers = ? and done = 0", head["id"])
    gone = one("select 1 from letter where type = 'purge-instruction' and enquiry = ?", head["enquiry"])
    one("insert into letter values (?,?,?,?,?,?,?)", head["id"], digest, lane, kind, head["enquiry"], head.get("request"), None if gone else json.dumps(letter))
    if kind == "return-receipt":
        return one("update outgoing set done = 1 where (id, digest) = (?, ?)", *map(head["inReplyTo"].get, ("id", "digest")))
    if kind == "purge-instruction":
        one("delete from outgoing where enquiry = ?", head["enquiry"])
        erased = DB.execute("update letter set json = null where enquiry = ? and json > ''", (head["enquiry"],)).rowcount
        return seal("purge-certificate", {"purgedAt": when(), "lettersErased": erased}, head, digest)
    seal("receipt", {"receivedAt": when()}, head, digest)
    over = one("select 1 from letter where type = 'withdrawal' and request = ?", head["request"]) is not None
    one("update outgoing set sent = ?, done = ? where request = ? and type = 'return' and done = 0", over, over, head["request"])
    asked = one("select json from letter where type = 'request' and json > '' and request = ?", head["request"])
    if kind in ("request", "amendment") and body.get("subjects") and asked and not over:
        answers = [look(subject, json.loads(asked[0])["body"]) for subject in body["subjects"]]
        earlier, = one("select count(*) from outgoing where type = 'return' and request = ?", head["request"])
        seal("return", {"part": earlier + 1, "final": True, "kind": min((a["kind"] for a in answers), key=WORTH.index),
                        "searchedAt": when(), "systemsSearched": [CONF["system"]], "answers": answers,
                        "authorisedBy": CONF["authorisedBy"], "adapterVersion": "python-example 1"}, head, digest)

def number(crl): return int(openssl("crl", "-noout", "-crlnumber", data=crl).split(b"=")[1], 16)
def trust(revoked=None):  # the root and the newest list of what it revoked: beside the keys, later in answers to heartbeats
    held = open(TRUST, "rb").read() if os.path.exists(TRUST) else b""
    crl = openssl("crl", "-inform", "DER", data=base64.b64decode(revoked)) if revoked else open(key("revoked.crl"), "rb").read()
    if not held or number(crl) > number(held): open(TRUST, "wb").write(open(key("root.crt"), "rb").read() + crl)
def attend(channel, due=0.0):
    channel.confirm_delivery()
    while True:
        for lane in (f"mash.{HUB}.{ME}.{rating}" for rating in ("red", "amber", "green")):  # a Red never waits behind Green
            got, properties, message = channel.basic_get(lane)
            if got:
                with DB:
                    try: take(lane, *unseal(message, properties.user_id))
                    except Refused as fault: one("insert into refused values (?,?,?,?)", when(), lane, str(fault), message)
                channel.basic_ack(got.delivery_tag)
                break
        else: channel.connection.sleep(0.2)
        if time.monotonic() >= due:
            due, well = time.monotonic() + CONF["heartbeatSeconds"], os.access(CONF["records"], os.R_OK)
            with DB: one("delete from outgoing where type = 'heartbeat' and sent"), seal("heartbeat", {"adapterVersion": "python-example 1", "recordsReachable": well, "openRequests": 0})
        for name, rating, body in DB.execute("select id, rating, body from outgoing where not sent order by rowid").fetchall():
            channel.basic_publish(f"mash.{HUB}.returns", f"{ME}.{rating}", body, pika.BasicProperties(
                "application/pkcs7-mime", delivery_mode=2, message_id=name, user_id=BROKER["user"]), mandatory=True)
            with DB: one("update outgoing set sent = 1, done = (type = 'heartbeat') where id = ?", name)

trust()
while True:
    try:
        login, tls = pika.credentials.ExternalCredentials(), ssl.create_default_context(cafile=key("root.crt"))
        if "passwordFile" in BROKER: login, tls = pika.PlainCredentials(BROKER["user"], open(BROKER["passwordFile"]).read().strip()), None
        else: tls.load_cert_chain(key("tls.crt"), key("tls.key"))
        options = tls and pika.SSLOptions(tls, BROKER["host"])
        with pika.BlockingConnection(pika.ConnectionParameters(BROKER["host"], BROKER["port"], BROKER["vhost"], login, ssl_options=options)) as broker:
            with DB: one("update outgoing set sent = 0 where type = 'return' and done = 0")  # no receipt: it may not have arrived
            attend(broker.channel())
    except (pika.exceptions.AMQPError, OSError) as fault:
        print(f"{when()} the broker is asked again: {type(fault).__name__} {fault}", file=sys.stderr, flush=True)
        time.sleep(1)
