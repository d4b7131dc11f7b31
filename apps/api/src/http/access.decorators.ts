import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'patravali:public';
export const WITHOUT_POST = 'patravali:without-post';

/** Open to anybody, signed in or not. Every other route is closed. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Needs a session but no post: what a person does for themselves. */
export const WithoutPost = () => SetMetadata(WITHOUT_POST, true);
