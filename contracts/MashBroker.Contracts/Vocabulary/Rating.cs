namespace MashBroker.Contracts;

/// <summary>How urgent an enquiry is; decides lane and deadline.</summary>
public enum Rating
{
    None = 0,
    Green,
    Amber,
    Red,
}
