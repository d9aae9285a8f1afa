using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Cli.Api;
using MashBroker.Cli.Demo;
using MashBroker.Web.Contacts;

namespace MashBroker.Benchmarks;

/// <summary>The contact that is measured with, and what a hub worker does with it over the API.</summary>
internal static class OneEnquiry
{
    /// <summary>A household of four, known to several of the sample agencies: an enquiry like most.</summary>
    public static SampleContact Family() => SampleContact.All().Single(contact => contact.Name == "03-physical-harm");

    /// <param name="number">Makes this contact another than the one before.</param>
    public static async Task<string> SubmitAsync(HubClient api, SampleContact family, string number)
    {
        var contact = JsonNode.Parse(family.Json)!.AsObject();
        contact["concern"]!["summary"] = $"{contact["concern"]!["summary"]} ({number})";
        var told = await api.PostAsync<ContactView>(
            "api/contacts",
            JsonSerializer.SerializeToUtf8Bytes(contact),
            default
        );
        return told.Qualifies is true
            ? told.Reference
            : throw new InvalidOperationException("The contact to measure with was not triaged in time.");
    }

    public static Task<ContactView> RateAsync(HubClient api, string contact) =>
        api.PostAsync<ContactView>(
            $"api/contacts/{contact}/rating",
            new
            {
                Rating = "suggested",
                By = "Sam Okafor",
                Role = "sample manager",
                AskTwiceBecause = "The same sample stands for many families.",
            },
            default
        );
}
