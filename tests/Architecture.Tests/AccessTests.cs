using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

[Collection(nameof(Installation))]
public sealed class AccessTests(Installation installation)
{
    [Fact]
    public void Every_route_stands_in_the_access_table() => Approved.Matches("docs/access.md", AccessTable.Write(installation.Processes));

    [Fact]
    public void No_route_is_without_a_policy() => Assert.DoesNotContain(installation.Processes.SelectMany(Access.Of), a => a.Policy is null);

    [Fact]
    public void Every_route_for_accounts_has_a_name_and_says_what_it_does() => Assert.DoesNotContain(
        installation.Services.SelectMany(Access.Of),
        a => a.Policy is not (Access.Anonymous or Access.Sidecar) && (a.Name.Length == 0 || a.Summary.Length == 0));
}
