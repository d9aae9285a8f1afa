namespace MashBroker.Rules;

/// <summary>Whether somebody's role is that of a social worker, to whom a hub's rules have a child allocated. ops/decisions/0099.</summary>
public static class SocialWorkers
{
    private static readonly string[] Posts = ["social worker", "social work practitioner"];

    public static bool Include(string role) =>
        // A social worker's assistant has the words of the post and not the post.
        !role.Contains("assistant", StringComparison.OrdinalIgnoreCase)
        && Posts.Any(post => MakerRoles.Fits(post, role));
}
