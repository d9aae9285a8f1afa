using System.Text.Json.Nodes;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Tests.Contracts;

/// <summary>
/// The rules that a schema can say beside the types. The reader is the authority: a test checks that it refuses whatever
/// these refuse.
/// </summary>
internal static class SchemaRules
{
    private const string Code = """{ "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60 }""";
    private const string SubjectCode = """{ "pattern": "^S[1-9][0-9]{0,3}$" }""";
    private const string NotBlank = """{ "pattern": "\\S" }""";
    private const string Count = """{ "minimum": 0 }""";
    private const string FromOne = """{ "minimum": 1 }""";
    private const string NotEmpty = """{ "minItems": 1 }""";
    private const string Name = """{ "maxLength": 200 }""";

    /// <summary>Required in the record, optional in the form.</summary>
    public static readonly IReadOnlySet<string> DoorFillsIn = new HashSet<string>
    {
        "code",
        "receivedAt",
        "names",
        "given",
        "family",
        "name",
    };

    private static readonly Dictionary<string, string> Rules = new()
    {
        ["LetterHead.hub"] = Code,
        ["LetterHead.sender"] = Code,
        ["LetterHead.recipient"] = Code,
        ["LetterHead.purpose"] = Code,
        ["LetterHead.profile"] = """{ "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$" }""",
        ["LetterHead.salt"] = """{ "pattern": "^[A-Za-z0-9+/_=-]{22,200}$" }""",
        ["InReplyTo.digest"] = """{ "pattern": "^[0-9a-f]{64}$" }""",
        ["Subject.code"] = SubjectCode,
        ["Answer.subject"] = SubjectCode,
        ["Request.subjects"] = NotEmpty,
        ["Request.concernSummary"] = NotBlank,
        ["LegalBasis.code"] = NotBlank,
        ["LegalBasis.necessity"] = NotBlank,
        ["RaisedBy.name"] = NotBlank,
        ["Amendment.reason"] = NotBlank,
        ["Withdrawal.reason"] = NotBlank,
        ["PurgeInstruction.reason"] = NotBlank,
        ["PurgeCertificate.lettersErased"] = Count,
        ["Heartbeat.adapterVersion"] = NotBlank,
        ["Heartbeat.openRequests"] = Count,
        ["AuditHead.chain"] = """{ "pattern": "^[0-9a-f]{32}$" }""",
        ["AuditHead.sequence"] = FromOne,
        ["AuditHead.hash"] = """{ "pattern": "^[0-9a-f]{64}$" }""",
        ["AuditHead.statement"] = """{ "pattern": "^[A-Za-z0-9+/]{4,}={0,2}$" }""",
        ["HeartbeatAnswer.revocationList"] = """{ "pattern": "^[A-Za-z0-9+/]*={0,2}$", "maxLength": 262144 }""",
        ["Chaser.number"] = FromOne,
        ["Return.part"] = FromOne,
        ["Return.answers"] = NotEmpty,
        ["Return.authorisedBy"] = NotBlank,
        ["Return.adapterVersion"] = NotBlank,
        ["MatchEvidence.score"] = """{ "minimum": 0, "maximum": 1 }""",
        ["AgencyRecord.kind"] = NotBlank,
        ["AgencyRecord.summary"] = NotBlank,
        ["RecordSource.system"] = NotBlank,
        ["Amendment"] = """
            {
              "allOf": [
                {
                  "if": { "properties": { "kind": { "const": "rerated" } } },
                  "then": {
                    "required": ["newRating", "returnDueAt"],
                    "properties": { "newRating": { "enum": ["green", "amber", "red"] }, "returnDueAt": { "type": "string" } }
                  }
                }
              ]
            }
            """,
        ["Answer"] = """
            {
              "allOf": [
                {
                  "if": { "properties": { "kind": { "enum": ["refused", "cannot-look", "need-more-details"] } } },
                  "then": { "required": ["reason"], "properties": { "reason": { "type": "string", "pattern": "\\S" } } }
                },
                {
                  "if": {
                    "properties": { "kind": { "enum": ["refused", "cannot-look", "need-more-details", "nothing-known"] } }
                  },
                  "then": { "properties": { "records": { "maxItems": 0 } } }
                },
                {
                  "if": { "properties": { "kind": { "const": "held" } } },
                  "then": { "properties": { "match": { "properties": { "outcome": { "const": "match" } } } } }
                },
                {
                  "if": { "properties": { "kind": { "enum": ["nothing-known", "cannot-look"] } } },
                  "then": { "properties": { "match": { "properties": { "outcome": { "const": "none" } } } } }
                }
              ]
            }
            """,
        ["Contact.people"] = """{ "minItems": 1, "maxItems": 50 }""",
        ["PersonName.given"] = Name,
        ["PersonName.family"] = Name,
        ["Referrer.name"] = Name,
        ["Concern.summary"] = """{ "pattern": "\\S", "maxLength": 20000 }""",
        ["Concern.kinds"] = new JsonObject
        {
            ["items"] = new JsonObject
            {
                ["enum"] = new JsonArray([.. ConcernKind.All.Select(kind => (JsonNode)kind)]),
            },
        }.ToJsonString(),
        ["Concern.levelOfNeed"] = """{ "minimum": 1, "maximum": 4 }""",
    };

    public static JsonObject Of(string name) => JsonNode.Parse(Rules.GetValueOrDefault(name, "{}"))!.AsObject();
}
