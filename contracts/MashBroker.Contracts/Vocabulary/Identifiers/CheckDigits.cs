namespace MashBroker.Contracts;

internal static class CheckDigits
{
    /// <summary>Letters that stand for a remainder of 23 in pupil numbers; I, O and S are left out as too like digits.</summary>
    public const string PupilLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>The same for police and criminal records numbers, counted from Z.</summary>
    public const string PoliceLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

    /// <summary>The first nine digits weighted 10 down to 2.</summary>
    public static int WeightedSum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (digits[i] - '0') * (10 - i);
        }

        return sum;
    }
}
