using MashBroker.Cli.Api;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Demo;

/// <summary>
/// A contact that meets no criterion is decided on all the same: parents and referrer are contacted, chronology and factors put on
/// record, and a named person gives the outcome. A real hub's social worker does that.
/// </summary>
internal sealed class DemoWithoutEnquiry(HubClient api, HubProfile hub, string manager, string managerRole)
{
    private const string Worker = "Ann Example";
    private const string Role = "duty social worker";

    private static readonly string[] NextSteps = ["Early Help speaks with the family."];

    public async Task<string> DecideAsync(string contact, DateTimeOffset now, CancellationToken cancellation)
    {
        if (hub.NoEnquiry.Steps.Count > 0)
        {
            await PutOnRecordAsync(contact, now, cancellation);
        }

        var outcome = DecisionOutlook.Open(hub, afterEnquiry: false).FirstOrDefault(each => each.Code == "early-help");
        outcome ??= DecisionOutlook.Open(hub, afterEnquiry: false)[0];
        await api.PostAsync<ContactView>(
            $"api/contacts/{contact}/decision",
            new
            {
                Outcome = outcome.Code,
                By = manager,
                Role = managerRole,
                Reason = "Meets none of the hub's criteria; the family would take support.",
                OverseenBy = "Cara Sample",
            },
            cancellation
        );
        return outcome.Name;
    }

    private async Task PutOnRecordAsync(string contact, DateTimeOffset now, CancellationToken cancellation)
    {
        await AddAsync(
            "view",
            new
            {
                Of = "parent",
                Giver = "mother",
                Text = "Would welcome help with the mornings.",
                GivenAt = now,
            }
        );
        await AddAsync(
            "view",
            new
            {
                Of = "referrer",
                Giver = "the referrer",
                Text = "Nothing new since.",
                GivenAt = now,
            }
        );
        await AddAsync(
            "step-done",
            new { Step = "chronology", Text = "Neither social care nor Early Help has worked with the family." }
        );
        await AddAsync("risk-factor", new { Heading = "complicating-factor", Text = "Nobody nearby who can help." });
        await AddAsync("protective-factor", new { Heading = "strength", Text = "The parent asked for support early." });
        await AddAsync("signs-of-safety", new { Scale = 7, NextSteps });

        Task<CaseEntryAdded> AddAsync(string kind, object statement)
        {
            var entry = System.Text.Json.JsonSerializer.SerializeToNode(statement, Contracts.Json.MashJson.Options)!;
            (entry["by"], entry["role"]) = (Worker, Role);
            return api.PostAsync<CaseEntryAdded>($"api/cases/{contact}/{kind}", entry, cancellation);
        }
    }
}
