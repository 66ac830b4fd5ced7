using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>What the desk offers to whom, as the services' own policies say.</summary>
[Collection(nameof(Issuer))]
public sealed class ShowMeTests(Issuer issuer)
{
    [Theory]
    [InlineData("operator", "operate keepClients design")]
    [InlineData("park", "keepClients disputes")]
    [InlineData("national", "design disputes")]
    [InlineData("verifier-lead", "disputes")]
    [InlineData("province", "design")]
    [InlineData("auditor", "")]
    public async Task An_account_learns_what_it_may_begin(string persona, string actions)
    {
        using var http = await issuer.AsAsync(persona);
        Assert.Equal(actions, string.Join(' ', (await http.ReadAsync("/me")).GetProperty("actions").EnumerateArray().Select(each => each.GetString())));
    }
}
