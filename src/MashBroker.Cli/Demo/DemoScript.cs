using MashBroker.Cli.Api;
using MashBroker.Cli.Embedded;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Figures;
using MashBroker.Web.Board;
using MashBroker.Web.Contacts;

namespace MashBroker.Cli.Demo;

/// <summary>
/// Sends the sample contacts through a running hub, one after the other, as a hub worker would over the API. Moves the demo's
/// own clock to the time of each contact and past the deadlines that the planned incidents make pass.
/// </summary>
internal sealed class DemoScript(EmbeddedHub hub, MovableClock clock, Action<string> tell) : IDisposable
{
    private const string Manager = "Sam Okafor";
    private const string Role = "sample manager";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    private readonly HubClient _api = new(hub.Address);

    private DemoWithoutEnquiry WithoutEnquiry => new(_api, hub.Profile, Manager, Role);

    public async Task<DemoResult> PlayAsync(IReadOnlyList<SampleContact> contacts, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        tell(
            $"{contacts.Count} sample contacts about invented families. The demo moves its own clock: to each contact's time,"
        );
        tell($"and past deadlines. Ratings are confirmed by {Manager}, {Role}: a real hub's manager does that.");
        foreach (var contact in contacts)
        {
            clock.MoveTo(contact.ReceivedAt);
            await SendAsync(contact, cancellation);
        }

        var figures = await _api.GetAsync<LedgerFigures>("api/figures", cancellation);
        return DemoResult.Of(figures, TimeProvider.System.GetElapsedTime(started));
    }

    public void Dispose() => _api.Dispose();

    private async Task SendAsync(SampleContact contact, CancellationToken cancellation)
    {
        var told = await _api.PostAsync<ContactView>("api/contacts", contact.Json, cancellation);
        if (told.Qualifies is not true)
        {
            var decided = await WithoutEnquiry.DecideAsync(told.Reference, clock.GetUtcNow(), cancellation);
            tell(
                $"{clock.GetUtcNow():ddd d MMM HH:mm} UTC  {contact.Name}: meets no criterion, no multi-agency enquiry; {decided}"
            );
            return;
        }

        var planned = PlannedIncident.All.FirstOrDefault(incident => incident.Contact == contact.Name);
        var agency = planned is null ? null : hub.Agencies.Single(candidate => candidate.Code == planned.Agency);
        await BeforeAsync(planned, agency, cancellation);
        var published = await _api.PostAsync<ContactView>(
            $"api/contacts/{told.Reference}/rating",
            new
            {
                Rating = "suggested",
                By = Manager,
                Role,
            },
            cancellation
        );
        if (published is { Enquiry: null, LeakBlockedAt: not null })
        {
            published = await PutOtherwiseAsync(contact, published.Reference, cancellation);
        }

        var reference = published.Enquiry ?? throw Stuck(contact, "was not published");
        tell($"{clock.GetUtcNow():ddd d MMM HH:mm} UTC  {contact.Name}: {reference} {published.Rating}");
        await AfterAsync(contact, reference, planned, agency, cancellation);
    }

    // A neighbour's own words would tell the family who rang.
    private async Task<ContactView> PutOtherwiseAsync(
        SampleContact contact,
        string held,
        CancellationToken cancellation
    )
    {
        tell($"    {contact.Name} is held back: its words would tell who called; the manager puts it otherwise");
        await _api.PostAsync<LeakView>(
            $"api/contacts/{held}/concern-summary",
            new
            {
                Summary = "Shouting at home on most nights; the girl cries.",
                By = Manager,
                Role,
            },
            cancellation
        );
        using var timer = new PeriodicTimer(Look);
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            var contacts = await _api.GetAsync<ContactView[]>("api/contacts", cancellation);
            if (contacts.FirstOrDefault(each => each.Reference == held) is { Enquiry: not null } published)
            {
                return published;
            }

            await timer.WaitForNextTickAsync(cancellation);
        }

        throw Stuck(contact, "was put otherwise and not published");
    }

    private async Task BeforeAsync(PlannedIncident? planned, SampleAgency? agency, CancellationToken cancellation)
    {
        switch (planned?.Incident)
        {
            case DemoIncident.RecordsDown:
                tell($"    the records system of {agency!.Code} is switched off");
                await agency.TakeRecordsDownAsync();
                break;
            case DemoIncident.AdapterOffUntilAfterTheDeadline or DemoIncident.AdapterOffForGood:
                tell($"    the adapter of {agency!.Code} is switched off");
                await agency.StopAsync(cancellation);
                break;
        }
    }

    private async Task AfterAsync(
        SampleContact contact,
        EnquiryReference reference,
        PlannedIncident? planned,
        SampleAgency? agency,
        CancellationToken cancellation
    )
    {
        switch (planned?.Incident)
        {
            case null:
                await UntilAsync(contact, reference, AllIn, cancellation);
                break;
            case DemoIncident.RecordsDown:
                await UntilAsync(
                    contact,
                    reference,
                    enquiry => AllIn(enquiry) && Of(enquiry, agency!).Standing is Standing.CannotLook,
                    cancellation
                );
                await agency!.BringRecordsBackAsync(cancellation);
                tell($"    {agency.Code} says that it could not look; its records are back");
                await UntilAsync(
                    contact,
                    reference,
                    enquiry => Of(enquiry, agency).Standing is not Standing.CannotLook && enquiry.PackVersion > 1,
                    cancellation
                );
                tell($"    {agency.Code} has looked again; the pack has a second version");
                break;
            case DemoIncident.AdapterOffUntilAfterTheDeadline:
                await PassDeadlineAsync(contact, reference, agency!, cancellation);
                await agency!.StartAsync(cancellation);
                await UntilAsync(
                    contact,
                    reference,
                    enquiry => AllIn(enquiry) && enquiry.PackVersion > 1,
                    cancellation
                );
                tell($"    {agency.Code} is back and has answered, late; the pack has a second version");
                break;
            case DemoIncident.AdapterOffForGood:
                var enquiry = await PassDeadlineAsync(contact, reference, agency!, cancellation);
                clock.MoveTo(enquiry.DecisionDueAt.AddMinutes(1));
                tell($"    the clock was moved past the decision: {clock.GetUtcNow():ddd d MMM HH:mm} UTC");
                await UntilAsync(
                    contact,
                    reference,
                    found => Of(found, agency!).Missing && found.PackVersion > 1,
                    cancellation
                );
                tell($"    {agency!.Code} is missing, and the pack says so on its first line");
                break;
        }
    }

    private async Task<BoardEnquiry> PassDeadlineAsync(
        SampleContact contact,
        EnquiryReference reference,
        SampleAgency silent,
        CancellationToken cancellation
    )
    {
        var enquiry = await UntilAsync(
            contact,
            reference,
            found =>
                found.Agencies.All(agency =>
                    agency.Agency == silent.Code ? agency.SentAt is not null : Settled(agency.Standing)
                ),
            cancellation
        );
        clock.MoveTo(enquiry.ReturnDueAt.AddMinutes(1));
        tell($"    the clock was moved past the deadline: {clock.GetUtcNow():ddd d MMM HH:mm} UTC");
        await UntilAsync(contact, reference, found => Of(found, silent).Late && found.PackVersion > 0, cancellation);
        tell($"    {silent.Code} is late; the others' returns stand in the pack");
        return enquiry;
    }

    private async Task<BoardEnquiry> UntilAsync(
        SampleContact contact,
        EnquiryReference reference,
        Func<BoardEnquiry, bool> so,
        CancellationToken cancellation
    )
    {
        using var timer = new PeriodicTimer(Look);
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            // The board's list: to look at one enquiry is put on record each time.
            var listed = await _api.GetAsync<BoardEnquiry[]>("api/enquiries", cancellation);
            if (listed.FirstOrDefault(each => each.Reference == reference) is { } enquiry && so(enquiry))
            {
                return enquiry;
            }

            await timer.WaitForNextTickAsync(cancellation);
        }

        throw Stuck(
            contact,
            $"did not get where it should within {Patience.TotalSeconds:0} seconds; see the board and the log"
        );
    }

    private static bool AllIn(BoardEnquiry enquiry) => enquiry.AllInAt is not null && enquiry.PackVersion > 0;

    private static BoardRequest Of(BoardEnquiry enquiry, SampleAgency agency) =>
        enquiry.Agencies.Single(request => request.Agency == agency.Code);

    private static bool Settled(Standing standing) =>
        standing is not (Standing.Queued or Standing.Sent or Standing.Received or Standing.InPart or Standing.Silent);

    private static CommandException Stuck(SampleContact contact, string what) =>
        new(ExitCode.DemoFailed, $"The demo stopped: the enquiry of {contact.Name} {what}.");
}
