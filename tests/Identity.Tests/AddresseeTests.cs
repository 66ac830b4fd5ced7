using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>Addresses lie with accounts; the processes' own client may ask for them and nobody else.</summary>
[Collection(nameof(Issuer))]
public sealed class AddresseeTests(Issuer issuer)
{
    [Fact]
    public async Task Somebody_chooses_where_to_get_mail_or_nowhere()
    {
        using var http = await issuer.AsAsync("city");
        Assert.Equal("204", await ChooseAsync(http, "city@example.org"));
        Assert.Equal("city@example.org", await OwnAsync(http));
        Assert.Equal("204", await ChooseAsync(http, null));
        Assert.Null(await OwnAsync(http));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b, c@d")]
    [InlineData("Name <a@example.org>")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    public async Task What_is_not_one_address_is_refused(string email)
    {
        using var http = await issuer.AsAsync("city");
        Assert.StartsWith("422", await ChooseAsync(http, email), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operator")]
    [InlineData("national")]
    [InlineData("province")]
    public async Task People_are_not_told_addresses(string persona)
    {
        using var http = await issuer.AsAsync(persona);
        Assert.Equal("403 not-allowed", await (await http.GetAsync("/addressees?role=province")).VerdictAsync());
    }

    [Fact]
    public async Task Another_service_is_not_told_addresses()
    {
        using var other = await issuer.AsClientAsync(RealIssuer<Program>.ServiceClient);
        Assert.Equal("403 not-allowed", await (await other.GetAsync("/addressees?role=province")).VerdictAsync());
    }

    [Fact]
    public async Task The_processes_are_told_a_roles_people_within_their_province_and_one_person()
    {
        using var workflows = await issuer.AsClientAsync("workflows");
        var province = (await ItemsAsync(workflows, "role=province&province=320000")).Single(each => each.Text("displayName") == "演示·省级");
        Assert.Equal("demo-province@registry.example", province.Text("email"));
        Assert.Empty(await ItemsAsync(workflows, "role=province&province=330000"));
        Assert.Empty(await ItemsAsync(workflows, $"role=park&organisation={Guid.NewGuid()}"));
        Assert.Single(await ItemsAsync(workflows, $"person={province.GetProperty("id").GetGuid()}"));
    }

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient http, string query) =>
        [.. (await http.ReadAsync($"/addressees?{query}")).GetProperty("items").EnumerateArray()];

    private static async Task<string> ChooseAsync(HttpClient http, string? email) => await (await http.PutAsJsonAsync("/me/email", new { email })).VerdictAsync();

    private static async Task<string?> OwnAsync(HttpClient http) => (await http.ReadAsync("/me")).GetProperty("email").GetString();
}
