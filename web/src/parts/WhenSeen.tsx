import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Mounts its children when the reader comes near: charts and the map cost nothing before. */
export function WhenSeen({ children, className }: { children: ReactNode; className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    }, { rootMargin: '200px' });
    watch.observe(place.current);
    return () => { watch.disconnect(); };
  }, []);
  return <div ref={place} className={className}>{seen && children}</div>;
}
