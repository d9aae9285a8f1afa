namespace MashBroker.Ledger.Audit;

/// <summary>What each act means, for the published list.</summary>
public static class AuditActs
{
    /// <summary>By act, in the order of the list. None is not an act.</summary>
    public static IReadOnlyDictionary<AuditAct, AuditMeaning> Meanings { get; } =
        new Dictionary<AuditAct, AuditMeaning>
        {
            [AuditAct.ContactReceived] = new("A contact was accepted and written.", "the contact", null),
            [AuditAct.ContactTriaged] = new(
                "The hub's criteria were held against a contact; again when waiting changed what they say.",
                "the contact",
                "what was found, and the suggested rating"
            ),
            [AuditAct.RatingConfirmed] = new("A named person confirmed a rating.", "the contact", "the rating"),
            [AuditAct.EnquiryDeclined] = new(
                "A named person decided that no multi-agency enquiry is made.",
                "the contact",
                "code of the outcome where the hub's rules name outcomes, the minutes over where it came too late, and the decision in whose place it stands"
            ),
            [AuditAct.EnquiryPublished] = new(
                "An enquiry was written with a request for each agency to ask.",
                "the contact",
                "the rating"
            ),
            [AuditAct.RequestSealed] = new(
                "A request was signed and encrypted for one agency. It is released after this row is on disk, never before.",
                "the agency",
                "digest of the signed request"
            ),
            [AuditAct.RequestSent] = new(
                "The broker has taken a request for its agency.",
                "the agency",
                "says when the same bytes went again"
            ),
            [AuditAct.RequestReceipted] = new(
                "An agency's signed receipt of a request is on disk.",
                "the agency",
                "id of the request"
            ),
            [AuditAct.LetterSealed] = new(
                "Another letter about an enquiry was signed and encrypted for one agency: the receipt of a return, a reminder, an amendment, a withdrawal, an instruction to purge.",
                "the agency",
                "type and digest of the letter"
            ),
            [AuditAct.LetterReceipted] = new(
                "An agency's signed receipt of another letter than a request, or its certificate of erasure, is on disk.",
                "the agency",
                "type of the letter that came"
            ),
            [AuditAct.ReturnRecorded] = new(
                "An agency's return, or a part of it, is on disk.",
                "the agency",
                "kind of answer, part, final, late"
            ),
            [AuditAct.ReturnRefused] = new(
                "A return was refused. Written by no version so far: refusals are MessageRefused.",
                "the agency",
                "why"
            ),
            [AuditAct.MessageRefused] = new(
                "A message was refused and is kept as it came; one row however often it is repeated.",
                "the lane",
                "the fault, and the digest of the message"
            ),
            [AuditAct.FlagRaised] = new(
                "Something fell due: part of the time gone, an agency late or missing, a contact undecided.",
                "the agency, or the contact",
                "the flag, and when it was due"
            ),
            [AuditAct.PackAssembled] = new("A version of the pack was made.", "the version", "why"),
            [AuditAct.ContactRead] = new("Somebody was shown a contact.", "the contact", null),
            [AuditAct.ContactsListed] = new(
                "Somebody was shown the list of contacts, with what triage found and the reasons of ratings.",
                null,
                "how many"
            ),
            [AuditAct.PlanRead] = new(
                "Somebody was shown what would follow from a contact's facts if it were published.",
                "the contact",
                "the rating"
            ),
            [AuditAct.EnquiryRead] = new("Somebody was shown an enquiry: who was asked, who answered.", null, null),
            [AuditAct.PackRead] = new("Somebody was shown a pack.", "the version", "page or JSON"),
            [AuditAct.RefusedListed] = new("Somebody was shown the list of refused messages.", null, "how many"),
            [AuditAct.EvidenceExported] = new(
                "The evidence of one enquiry was given out in a file.",
                null,
                "with or without content; digests of the revocation lists in it"
            ),
            [AuditAct.HoldPlaced] = new(
                "A named person placed a legal hold: nothing of the family is erased while it stands.",
                "the contact",
                null
            ),
            [AuditAct.HoldReleased] = new("A named person released a legal hold.", "the contact", null),
            [AuditAct.ErasureBegun] = new(
                "The period of an outcome was over, or a named person asked for it: what is kept of the family is being erased, which cannot be taken back.",
                "the contact",
                "the outcome, or that it was asked for"
            ),
            [AuditAct.ContentErased] = new(
                "The family's key is destroyed, the hub's certificate of it is on disk, and every agency that was asked is told to erase too.",
                "the contact",
                "id of the destroyed key"
            ),
            [AuditAct.RetentionListed] = new("Somebody was shown what is held and what was erased.", null, null),
            [AuditAct.CaseEntryAdded] = new(
                "A named person put something on record in the case file.",
                "the contact",
                "number and kind of the entry; of the decision to share beside a rating, the digest of its words"
            ),
            [AuditAct.CaseClockPassed] = new(
                "A limit of the case passed before what it was for was done.",
                "the contact",
                "which limit"
            ),
            [AuditAct.CaseRead] = new("Somebody was shown a case file.", "the contact", "how many entries"),
            [AuditAct.EnquiryRerated] = new(
                "A named person rated a published enquiry anew; each agency that has still to answer is told.",
                "the contact",
                "the rating before, and the new one"
            ),
            [AuditAct.FactsTold] = new(
                "A named person had an agency told what is new of an enquiry.",
                "the agency",
                "codes of the people it was asked about by it"
            ),
            [AuditAct.AgencyChased] = new(
                "An agency was reminded of its return by a named person, or by the clock.",
                "the agency",
                "the number of the reminder"
            ),
            [AuditAct.AgencyAskedLater] = new(
                "A named person had an agency asked that was not asked at publication, or whose request was withdrawn.",
                "the agency",
                "the rating; and 'again' where it had been asked before"
            ),
            [AuditAct.RequestWithdrawn] = new(
                "A named person withdrew the request to an agency.",
                "the agency",
                "that it had answered, where it had"
            ),
            [AuditAct.EnquiryWithdrawn] = new("A named person withdrew a whole enquiry.", "the contact", null),
            [AuditAct.StrategyCalled] = new(
                "A named person called a strategy discussion, or moved it.",
                "the contact",
                "number of the discussion, when it is held, and by when it has to be"
            ),
            [AuditAct.StrategyCancelled] = new(
                "A named person cancelled a strategy discussion.",
                "the contact",
                "number of the discussion"
            ),
            [AuditAct.StrategyHeld] = new(
                "A named person put on record who attended a strategy discussion and what was decided.",
                "the contact",
                "number of the discussion, whether it was quorate, in time or the minutes over, and whether another led it than the hub's rule says"
            ),
            [AuditAct.StrategyRead] = new(
                "Somebody was shown the strategy discussions of a case.",
                "the contact",
                null
            ),
            [AuditAct.RecordsWithheld] = new(
                "An agency returned what its sharing agreement does not cover: the hub keeps it sealed and shows it to nobody.",
                "the agency",
                "how many records"
            ),
            [AuditAct.ContactJoined] = new(
                "A contact about a household that an open enquiry is about was joined to it: the agencies are not asked twice.",
                "the contact",
                "codes of the people added"
            ),
            [AuditAct.ReportRead] = new(
                "Somebody was shown figures for the partnership, or the list of families that return most.",
                "the report",
                "the months; of the list, how many families"
            ),
            [AuditAct.ConsultationRecorded] = new(
                "Somebody asked about thresholds and was advised. Nothing of a child or family was kept.",
                "the consultation",
                "codes of topic and advice"
            ),
            [AuditAct.ConsultationsListed] = new(
                "Somebody was shown the list of consultations, which may name the professionals who asked.",
                null,
                "how many"
            ),
            [AuditAct.FormImported] = new(
                "A referral form was read into a contact.",
                "the contact",
                "how many fields could not be read and were left out by a named person"
            ),
            [AuditAct.DecisionRecorded] = new(
                "A named person decided how the matter ends; from here on every return is an addendum.",
                "the decision",
                "the outcome, the decision it takes the place of, in time or minutes over, and each agency that had not answered"
            ),
            [AuditAct.DecisionFrozen] = new(
                "The pack as it stood at a decision was frozen, and the hub has signed its digest.",
                "the decision",
                "version of the pack, and digest of what was signed"
            ),
            [AuditAct.AddendumAdded] = new(
                "Returns came after the decision and stand in a version of their own; the decision stays as it was.",
                "the addendum",
                "version of the pack, and digest of what was signed"
            ),
            [AuditAct.AddendumJudged] = new(
                "A named person said whether a return after the decision would have changed it.",
                "the addendum",
                "the effect, and digest of the words"
            ),
            [AuditAct.DecisionRead] = new(
                "Somebody was shown a decision, its addenda, or what the referrer or the family is told of it.",
                null,
                null
            ),
            [AuditAct.SummaryRead] = new(
                "Somebody was shown the summary for the team that receives the case.",
                "version of the pack",
                "digest of the summary"
            ),
            [AuditAct.NewInformationRefused] = new(
                "New information on a closed case was refused: it is a new referral.",
                "the contact",
                null
            ),
            [AuditAct.ContactLinked] = new(
                "A contact says which earlier one it follows.",
                "the contact",
                "the earlier contact"
            ),
            [AuditAct.LeakFound] = new(
                "The leak check held a contact back from being published: what would leave may tell who referred, or where somebody hides.",
                "the contact",
                "how many findings of which kind"
            ),
            [AuditAct.LeakOverridden] = new(
                "A named person let texts leave in which the leak check had found something.",
                "the contact",
                "how many findings of which kind"
            ),
            [AuditAct.SummaryWritten] = new(
                "A named person wrote what agencies are told in place of the referrer's words.",
                "the contact",
                "that person's role"
            ),
            [AuditAct.ReferrerRead] = new(
                "Somebody was given who a member of the public is that referred, sealed to the role that may read it.",
                "the contact",
                null
            ),
            [AuditAct.AuditRead] = new(
                "Somebody was shown rows of the record of acts.",
                "the contact or the consultation that was asked for; of an enquiry, and of the whole record, none",
                "how many acts"
            ),
        };

    /// <summary>The acts by which somebody was shown something: committed before it was shown.</summary>
    public static IReadOnlySet<AuditAct> Readings { get; } =
        new HashSet<AuditAct>
        {
            AuditAct.ContactRead,
            AuditAct.ContactsListed,
            AuditAct.PlanRead,
            AuditAct.EnquiryRead,
            AuditAct.PackRead,
            AuditAct.RefusedListed,
            AuditAct.EvidenceExported,
            AuditAct.RetentionListed,
            AuditAct.CaseRead,
            AuditAct.StrategyRead,
            AuditAct.ReportRead,
            AuditAct.ConsultationsListed,
            AuditAct.DecisionRead,
            AuditAct.SummaryRead,
            AuditAct.ReferrerRead,
            AuditAct.AuditRead,
        };
}

/// <param name="What">What happened.</param>
/// <param name="Subject">What the row's subject names; null where it has none.</param>
/// <param name="Detail">What the row's detail says; null where it says nothing.</param>
public sealed record AuditMeaning(string What, string? Subject, string? Detail);
