using System.Text.Json.Nodes;

namespace MashBroker.Adapters.Probation.SampleServer;

/// <summary>The cases of the sample file, one per line: <c>person</c> as the search gives it, <c>detail</c> of the case.</summary>
internal sealed class CaseStore
{
    private CaseStore(IReadOnlyList<SampleCase> cases) => Cases = cases;

    public IReadOnlyList<SampleCase> Cases { get; }

    public static CaseStore Load(string folder) =>
        new([
            .. File.ReadLines(Path.Combine(folder, "cases.ndjson"))
                .Where(line => line.Length > 0)
                .Select(line => JsonNode.Parse(line)!.AsObject())
                .Select(line => new SampleCase(line["person"]!.AsObject(), line["detail"]!.AsObject())),
        ]);
}

internal sealed record SampleCase(JsonObject Person, JsonObject Detail)
{
    public string Crn => Person["otherIds"]!["crn"]!.GetValue<string>();

    public bool Restricted =>
        Person["currentRestriction"]?.GetValue<bool>() == true || Person["currentExclusion"]?.GetValue<bool>() == true;
}
