using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Adapters;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Testing.RecordsOverHttp;

/// <summary>What a search finds for each person of the families, as the checked-in list <c>expected-matches.json</c> tells it.</summary>
public static class CheckedMatches
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task AssertAsync(IAgencyRecords records, SampleFamilies families, string path)
    {
        var found = new JsonObject();
        foreach (var person in families.Members())
        {
            var subject = person.AsSubject("S1");
            var finding = PersonMatcher.Find(subject, await records.FindAsync(subject, CancellationToken.None));
            if (finding.Evidence.Outcome != MatchOutcome.None)
            {
                found[person.Id] = new JsonObject
                {
                    ["outcome"] = JsonNamingPolicy.KebabCaseLower.ConvertName(finding.Evidence.Outcome.ToString()),
                    ["records"] = new JsonArray([
                        .. finding
                            .Candidates.Select(candidate => candidate.RecordId)
                            .Order(StringComparer.Ordinal)
                            .Select(id => (JsonNode)id),
                    ]),
                };
            }
        }

        var written = found.ToJsonString(Readable) + "\n";
        var expected = WrittenSample.Checked(path, Encoding.UTF8.GetBytes(written));
        Assert.That(written, Is.EqualTo(Encoding.UTF8.GetString(expected)));
    }
}
