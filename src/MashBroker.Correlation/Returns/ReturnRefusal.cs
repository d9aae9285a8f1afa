namespace MashBroker.Correlation.Returns;

/// <summary>
/// Why a letter that was properly sealed is refused all the same: what it says does not belong to what the hub asked.
/// </summary>
internal enum ReturnRefusal
{
    None = 0,

    /// <summary>The transport authenticates its users and names none for this message.</summary>
    BrokerUserAbsent,

    /// <summary>One agency's letter was sent by another's user of the broker.</summary>
    BrokerUserIsNotSigner,

    /// <summary>The hub has published no such enquiry.</summary>
    EnquiryUnknown,

    /// <summary>The enquiry is known and this agency has no part in it.</summary>
    AgencyNotAsked,

    /// <summary>The request named was made to another agency.</summary>
    RequestOfAnotherAgency,

    /// <summary>The request named belongs to another enquiry: another child's.</summary>
    RequestOfAnotherEnquiry,

    /// <summary>What it says it answers is not a letter that the hub wrote to this agency about this request.</summary>
    AnswersNoLetterOfOurs,

    /// <summary>It names one of our letters by another digest: what was answered is not what we signed.</summary>
    DigestIsNotOurs,

    /// <summary>A return answers a request; a receipt a request or what amends, chases or withdraws one.</summary>
    AnswersAnotherKindOfLetter,

    /// <summary>All that was kept of the enquiry has been erased: nothing is taken in about that family any more.</summary>
    EnquiryErased,

    /// <summary>The return speaks of a person whom this agency was not asked about.</summary>
    SubjectNotAskedAbout,
}
