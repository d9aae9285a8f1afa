using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Cli;
using MashBroker.Cli.Api;
using MashBroker.Cli.Demo;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Testing.Messaging;
using MashBroker.Web.Contacts;

namespace MashBroker.Testing.Processes;

/// <summary>
/// Somebody who uses the hub over its API while its processes come and go: tries again what was not answered, with the same
/// bytes, as a person would press the button again.
/// </summary>
public sealed class HubCaller(Uri address, SeparateRecord record) : IDisposable
{
    private const int Patience = 60;
    private readonly HubClient _api = new(address);

    public Task<T> GetAsync<T>(string path) => _api.GetAsync<T>(path, CancellationToken.None);

    /// <summary>A sample contact comes in now and a person confirms the suggested rating; gives the enquiry that is published.</summary>
    public async Task<EnquiryReference> EnquireAsync(string sample)
    {
        var json = JsonNode.Parse(SampleContact.All().Single(contact => contact.Name == sample).Json)!.AsObject();
        // Each submission its own bytes: the same bytes again are the same contact.
        json["receivedAt"] = JsonSerializer.SerializeToNode(TimeProvider.System.GetUtcNow(), MashJson.Options);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json);
        string? contact = null;
        await InsistAsync(async () =>
            contact = (await _api.PostAsync<ContactView>("api/contacts", bytes, CancellationToken.None)).Reference
        );
        await UntilAsync(contact!, row => row.State is not ContactState.Received);
        await InsistAsync(async () =>
        {
            if ((await FindAsync(contact!)).State is ContactState.Triaged)
            {
                var decision = new
                {
                    Rating = "suggested",
                    By = "Sam Okafor",
                    Role = "sample manager",
                    AskTwiceBecause = "The same sample stands for several families.",
                };
                var path = $"api/contacts/{contact}/rating";
                await _api.PostAsync<ContactView>(path, decision, CancellationToken.None);
            }
        });
        await UntilAsync(contact!, row => row.State is ContactState.Published);
        return (await FindAsync(contact!)).EnquiryReference!;
    }

    /// <summary>Waits until every agency asked has answered and the pack is there.</summary>
    public Task PackedAsync(IEnumerable<EnquiryReference> enquiries) =>
        Task.WhenAll(
            enquiries.Select(enquiry =>
                Eventually.HoldsAsync(
                    async () =>
                        await record.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry))
                            is { AllInAt: not null, PackVersion: > 0 },
                    SeparateRecord.LongestHealing,
                    () => $"{enquiry} has no pack with every return."
                )
            )
        );

    public void Dispose() => _api.Dispose();

    private static Task InsistAsync(Func<Task> call) =>
        Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    await call();
                    return true;
                }
                catch (CommandException fault) when (fault.ExitCode == ExitCode.Unavailable)
                {
                    return false;
                }
            },
            Patience,
            () => "The API does not answer."
        );

    private Task UntilAsync(string contact, Func<ContactRow, bool> so) =>
        Eventually.HoldsAsync(
            async () => so(await FindAsync(contact)),
            Patience,
            () => $"The contact {contact} does not go on."
        );

    private async Task<ContactRow> FindAsync(string contact) =>
        (await record.ReadAsync(view => ContactStore.FindAsync(view, contact)))!;
}
