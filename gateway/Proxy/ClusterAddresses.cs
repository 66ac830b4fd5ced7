using Yarp.ReverseProxy;

namespace PilotRegistry.Gateway;

/// <summary>Where the services are, as the proxy's configuration says.</summary>
public sealed class ClusterAddresses(IProxyStateLookup proxy)
{
    public string Of(string cluster) => All.Single(one => one.Name == cluster).Address;

    /// <exception cref="InvalidOperationException">A service has no address.</exception>
    public IEnumerable<(string Name, string Address)> All => proxy.GetClusters().Select(cluster => (
        cluster.ClusterId,
        cluster.Destinations.Values.FirstOrDefault()?.Model.Config.Address.TrimEnd('/')
            ?? throw new InvalidOperationException($"Set ReverseProxy__Clusters__{cluster.ClusterId}__Destinations__one__Address to the address of that service.")));
}
