namespace MashBroker.Rules;

/// <summary>Whether a hub's rules make a multi-agency enquiry of a contact.</summary>
public enum EnquiryStanding
{
    /// <summary>No criterion holds. It is decided on in time all the same.</summary>
    NoEnquiry = 0,

    /// <summary>The hub leaves it to a person, and nobody has said yet.</summary>
    AskAPerson,

    /// <summary>At least one criterion holds, or a person said so.</summary>
    Enquiry,
}
