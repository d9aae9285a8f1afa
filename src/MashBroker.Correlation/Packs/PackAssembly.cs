using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Returns;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

/// <summary>Makes a pack of what the ledger holds. Pure: the same rows give the same pack.</summary>
internal static class PackAssembly
{
    public static Pack Assemble(PackSource source)
    {
        var agencies = source.Requests.Select(request => Agency(source, request)).ToArray();
        var gaps = PackGaps.Of(agencies, source.Content.Subjects);
        var views = PackView.Among(source.Case);
        var entries = PackEntries.Of(agencies, [.. views.Select(view => view.InChronology(source.Zone))]);
        return new Pack
        {
            GapsLine = PackGaps.Line(gaps, agencies) + HeldBack.InWords(source.HeldBack),
            Gaps = gaps,
            Cover = Cover(source),
            Agencies = agencies,
            Subjects = [.. source.Content.Subjects.Select(WithoutProtectedPlaces)],
            ConcernSummary = source.Content.ConcernSummary,
            Chronology = [.. entries.Where(entry => entry.On is not null)],
            StandingFacts = [.. entries.Where(entry => entry.On is null)],
            Contradictions = Contradictions.Among(agencies, source.Content.Subjects),
            People = PackPeople.Of(agencies, source.Content.Subjects),
            Unlisted = UnlistedPeople.Among(agencies, source.Content.Subjects),
            Views = views,
            Changes = PackChanges.Of(source),
        };
    }

    // A pack is read by more people, and printed; the contact keeps the address for those who need it.
    private static Subject WithoutProtectedPlaces(Subject subject) =>
        subject with
        {
            Addresses = [.. subject.Addresses.Select(address => address.Protected ? address.WithoutPlace() : address)],
        };

    private static PackCover Cover(PackSource source) =>
        new()
        {
            Reference = source.Enquiry.Reference,
            ContactReference = source.Enquiry.ContactReference,
            Version = source.Enquiry.PackVersion + 1,
            Reason = source.Reason,
            AssembledAt = source.Now,
            Rating = source.Enquiry.Rating,
            ContactReceivedAt = source.Content.ContactReceivedAt,
            PublishedAt = source.Enquiry.PublishedAt,
            ReturnDueAt = source.Enquiry.ReturnDueAt,
            DecisionDueAt = source.Enquiry.DecisionDueAt,
            AllInAt = source.Enquiry.AllInAt,
            RaisedBy = source.Content.RaisedBy,
            Criteria = source.Content.Criteria,
            LegalBasis = source.Content.LegalBasis,
            DoNotInformFamily = source.Content.DoNotInformFamily,
            OnRecord = PackOnRecord.Of(
                source.Sharing,
                code => source.Requests.FirstOrDefault(request => request.Agency == code)?.AgencyName ?? code
            ),
            HubName = source.HubName,
            Zone = source.Zone,
        };

    private static PackAgency Agency(PackSource source, RequestRow request)
    {
        var open = request.IsOpen;
        return new PackAgency
        {
            Agency = request.Agency,
            Name = request.AgencyName,
            Standing = StandingOf(request),
            NotAskedReason = request.NotAskedReason,
            SentAt = request.SentAt,
            ReceiptedAt = request.ReceiptedAt,
            AnsweredAt = request.AnsweredAt,
            DueAt = request.DueAt,
            // The rows carry the marks of the last sweep; what the clock says now is true before the sweep has said it.
            Late = request.Late || (open && source.Now > request.DueAt),
            Missing = request.Missing || (open && source.Now > source.Enquiry.DecisionDueAt),
            InPart = request.State is RequestState.AnsweredInPart,
            WithdrawnAt = request.WithdrawnAt,
            AnsweredAfterWithdrawal = request.AnsweredAfterWithdrawal,
            AnsweredBeforeWithdrawal = request.AnsweredWhenWithdrawn,
            Chasers = request.Chasers,
            AskedAbout = source.Content.AskedAbout.GetValueOrDefault(request.Agency, []),
            Agreement = source.Content.Agreements.GetValueOrDefault(request.Agency),
            NotTold = source.Content.Withheld.GetValueOrDefault(request.Agency)?.InWords(),
            Returns = Returns(source, request),
            Earlier =
            [
                .. source
                    .Earlier.Where(earlier => earlier.Agency == request.Agency)
                    .Select(earlier => new EarlierRequest(
                        earlier.WithdrawnAt,
                        earlier.AnsweredAfterWithdrawal,
                        Returns(source, earlier)
                    )),
            ],
        };
    }

    private static Standing StandingOf(RequestRow request) =>
        request.State switch
        {
            RequestState.NotAsked => Standing.NotAsked,
            RequestState.Withdrawn => Standing.Withdrawn,
            _ => PackPeople.StandingOf(request.Answer),
        };

    private static PackReturn[] Returns(PackSource source, RequestRow request)
    {
        var questions = source.Questions.ToDictionary(question => question.LetterId, question => question.Number);
        var keptBack = source
            .Case.Select(entry => entry.Statement)
            .OfType<RecordsWithheld>()
            .ToDictionary(excess => excess.Return, Words.Of);
        var all = source.Returns.Where(received => received.Row.RequestId == request.Id).ToArray();
        var newest = all.GroupBy(each => each.Row.Part)
            .ToDictionary(part => part.Key, part => part.Max(each => each.Row.Revision));
        var current = all.Where(each => each.Row.Revision == newest[each.Row.Part]).Select(Asked).ToArray();
        return
        [
            .. all.Select(each => new PackReturn
            {
                AnsweredAnew = AnsweredAnew.In(Asked(each).Question, each.Body, current),
                LetterId = each.Row.LetterId,
                Revision = each.Row.Revision,
                Superseded = each.Row.Revision < newest[each.Row.Part],
                ReceivedAt = each.Row.ReceivedAt,
                Late = each.Row.Late,
                Digest = each.Row.Digest,
                ClockSkewSeconds = each.Row.ClockSkewSeconds,
                Withheld = keptBack.GetValueOrDefault(each.Row.LetterId),
                Body = each.Body,
            }),
        ];

        (int Question, Return Body) Asked(ReceivedReturn each) =>
            (each.Row.Answers is { } letter ? questions.GetValueOrDefault(letter) : 0, each.Body);
    }
}
